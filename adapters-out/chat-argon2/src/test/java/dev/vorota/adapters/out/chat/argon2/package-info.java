/** Tests of the hashes. */
@NullMarked
package dev.vorota.adapters.out.chat.argon2;

import org.jspecify.annotations.NullMarked;
