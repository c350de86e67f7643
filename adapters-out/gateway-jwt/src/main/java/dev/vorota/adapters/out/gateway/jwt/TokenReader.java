package dev.vorota.adapters.out.gateway.jwt;

import dev.vorota.gateway.access.Principal;
import dev.vorota.gateway.access.Verification.Verified;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JWT (RFC 7519) as a compact JWS (RFC 7515) and checks all that does not depend on time.
 */
final class TokenReader {

  private static final String NOT_A_JWT = "The token is not a JWT in compact form.";
  private static final AlgorithmConstraints ALLOWED =
      new AlgorithmConstraints(ConstraintType.PERMIT, KeySet.ALGORITHMS.toArray(String[]::new));

  private final String issuer;

  TokenReader(String issuer) {
    this.issuer = issuer;
  }

  /** What is found in a token. */
  sealed interface Reading {

    /** The signature and the issuer are right. */
    record Signed(SignedClaims claims) implements Reading {}

    /** The token names a key that the issuer had not published. */
    record UnknownKey(String kid) implements Reading {}

    /** The token can never be right with these keys. */
    record Wrong(String reason) implements Reading {}
  }

  Reading read(String token, KeySet keys) {
    if (!isCompact(token)) {
      return new Reading.Wrong(NOT_A_JWT);
    }
    try {
      return readCompact(token, keys);
    } catch (JoseException | InvalidJwtException | MalformedClaimException _) {
      return new Reading.Wrong(NOT_A_JWT);
    } catch (RuntimeException _) {
      // The text is a stranger's: whatever it breaks in the library is the text's fault.
      return new Reading.Wrong(NOT_A_JWT);
    }
  }

  private Reading readCompact(String token, KeySet keys)
      throws JoseException, InvalidJwtException, MalformedClaimException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(ALLOWED);
    jws.setCompactSerialization(token);
    String algorithm = jws.getAlgorithmHeaderValue();
    if (algorithm == null || !KeySet.ALGORITHMS.contains(algorithm)) {
      return new Reading.Wrong(
          "The token's algorithm must be RS256, ES256 or EdDSA: "
              + Quoted.of(String.valueOf(algorithm))
              + ".");
    }
    String kid = jws.getKeyIdHeaderValue();
    if (kid == null) {
      return new Reading.Wrong("The token must name its key (kid).");
    }
    KeySet.Entry entry = keys.find(kid);
    if (entry == null) {
      return new Reading.UnknownKey(kid);
    }
    if (!entry.algorithm().equals(algorithm)) {
      return new Reading.Wrong(
          "The token's key is for " + entry.algorithm() + ", not for " + algorithm + ".");
    }
    jws.setKey(entry.key());
    return jws.verifySignature()
        ? claims(JwtClaims.parse(jws.getPayload()))
        : new Reading.Wrong("The token's signature is wrong.");
  }

  private Reading claims(JwtClaims claims) throws MalformedClaimException {
    if (!issuer.equals(claims.getIssuer())) {
      return new Reading.Wrong(
          "The token's issuer must be "
              + issuer
              + ": "
              + Quoted.of(String.valueOf(claims.getIssuer()))
              + ".");
    }
    String subject = claims.getSubject();
    if (subject == null || subject.isEmpty()) {
      return new Reading.Wrong("The token must name its subject (sub).");
    }
    NumericDate expiresAt = claims.getExpirationTime();
    if (expiresAt == null) {
      return new Reading.Wrong("The token must say when it expires (exp).");
    }
    String name = claims.getStringClaimValue("upn");
    Principal principal =
        new Principal(subject, name == null ? subject : name, expiresAt.getValue());
    return new Reading.Signed(
        new SignedClaims(
            new Verified(principal),
            List.copyOf(claims.getAudience()),
            expiresAt.getValue(),
            seconds(claims.getNotBefore()),
            seconds(claims.getIssuedAt())));
  }

  private static @Nullable Long seconds(@Nullable NumericDate date) {
    return date == null ? null : date.getValue();
  }

  /** Three parts in base64url; the library would skip what is none. */
  private static boolean isCompact(String token) {
    int dots = 0;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == '.') {
        dots++;
      } else if (!letter && (c < '0' || c > '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return dots == 2;
  }
}
