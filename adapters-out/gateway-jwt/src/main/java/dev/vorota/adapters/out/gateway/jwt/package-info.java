/** Verifies JWTs with the keys that their issuer publishes. */
@NullMarked
package dev.vorota.adapters.out.gateway.jwt;

import org.jspecify.annotations.NullMarked;
