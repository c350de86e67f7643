package dev.vorota.adapters.out.chat.jwt;

import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Says why a token is refused, without showing it. */
final class Refusal {

  private Refusal() {}

  /** One sentence for whoever sent the token. */
  static String reason(InvalidJwtException e, Instant now) {
    if (e.hasErrorCode(ErrorCodes.EXPIRED)) {
      return expired(e, now);
    }
    if (e.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
        || e.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
      return "The token is for another use.";
    }
    if (e.hasErrorCode(ErrorCodes.ISSUER_INVALID) || e.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
      return "The token has another issuer.";
    }
    return "The token must be a JWT that this chat has signed.";
  }

  private static String expired(InvalidJwtException e, Instant now) {
    try {
      long expiry = e.getJwtContext().getJwtClaims().getExpirationTime().getValue();
      long seconds = Duration.between(Instant.ofEpochSecond(expiry), now).toSeconds();
      return "The token expired " + seconds + " s ago.";
    } catch (MalformedClaimException malformed) {
      return "The token expired.";
    }
  }
}
