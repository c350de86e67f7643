/** Hashes of passwords by Argon2id (RFC 9106). */
@NullMarked
package dev.vorota.adapters.out.chat.argon2;

import org.jspecify.annotations.NullMarked;
