/** Tests of the keys' schedule. */
@NullMarked
package dev.vorota.chat.token;

import org.jspecify.annotations.NullMarked;
