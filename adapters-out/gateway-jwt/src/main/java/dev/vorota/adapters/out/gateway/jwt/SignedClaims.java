package dev.vorota.adapters.out.gateway.jwt;

import dev.vorota.gateway.access.Verification;
import dev.vorota.gateway.access.Verification.Refused;
import dev.vorota.gateway.access.Verification.Verified;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token whose signature and issuer are right (RFC 7519, section 4.1). What depends
 * on the time and on the audience is still to be checked, each time that the token comes. Times are
 * in seconds since the epoch.
 *
 * @param verified the answer where all is right, made once
 */
record SignedClaims(
    Verified verified,
    List<String> audiences,
    long expiresAt,
    @Nullable Long notBefore,
    @Nullable Long issuedAt) {

  Verification check(String audience, long now, long skewSeconds) {
    if (now - skewSeconds >= expiresAt) {
      return new Refused("The token expired " + (now - expiresAt) + " s ago.");
    }
    if (notBefore != null && now + skewSeconds < notBefore) {
      return new Refused("The token is not valid yet, but in " + (notBefore - now) + " s.");
    }
    if (issuedAt != null && now + skewSeconds < issuedAt) {
      return new Refused("The token was issued " + (issuedAt - now) + " s in the future.");
    }
    if (!audiences.contains(audience)) {
      return new Refused(
          "The token's audience must hold "
              + audience
              + ": "
              + Quoted.of(String.join(", ", audiences))
              + ".");
    }
    return verified;
  }
}
