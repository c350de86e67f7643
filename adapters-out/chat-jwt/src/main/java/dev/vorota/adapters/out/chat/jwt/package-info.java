/** The chat's tokens as JWTs (RFC 7519), signed by RS256 with keys that rotate. */
@NullMarked
package dev.vorota.adapters.out.chat.jwt;

import org.jspecify.annotations.NullMarked;
