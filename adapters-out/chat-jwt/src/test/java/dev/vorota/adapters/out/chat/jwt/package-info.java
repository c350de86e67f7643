/** Tests of tokens and keys. */
@NullMarked
package dev.vorota.adapters.out.chat.jwt;

import org.jspecify.annotations.NullMarked;
