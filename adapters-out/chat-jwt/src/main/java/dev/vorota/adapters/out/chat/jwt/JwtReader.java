package dev.vorota.adapters.out.chat.jwt;

import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.token.AccessToken;
import dev.vorota.chat.token.RefreshToken;
import dev.vorota.chat.token.RefreshTokenId;
import dev.vorota.chat.token.TokenProblems;
import dev.vorota.chat.token.TokenReader;
import dev.vorota.problem.ProblemException;
import java.security.Key;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Takes RS256 only, by the keys of the chat, and no token longer than 8 KiB. */
final class JwtReader implements TokenReader {

  private static final int LONGEST = 8 * 1024;
  private static final AlgorithmConstraints RS256_ONLY =
      new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);

  private final KeyRing keys;
  private final InstantSource clock;

  JwtReader(KeyRing keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public AccessToken access(String jwt) {
    return read(
        verified(jwt, Claims.ACCESS_AUDIENCE),
        claims ->
            new AccessToken(user(claims), username(claims), session(claims), expiresAt(claims)));
  }

  @Override
  public RefreshToken refresh(String jwt) {
    return read(
        verified(jwt, Claims.REFRESH_AUDIENCE),
        claims ->
            new RefreshToken(
                new RefreshTokenId(UUID.fromString(claims.getJwtId())),
                user(claims),
                username(claims),
                session(claims),
                expiresAt(claims)));
  }

  private JwtClaims verified(String jwt, String audience) {
    if (jwt.length() > LONGEST) {
      throw TokenProblems.invalidToken(
          "The token must have " + LONGEST + " characters at most: " + jwt.length() + ".");
    }
    Instant now = clock.instant();
    List<RsaKey> published = keys.published();
    VerificationKeyResolver byId = (jws, _) -> key(published, jws);
    try {
      return new JwtConsumerBuilder()
          .setJwsAlgorithmConstraints(RS256_ONLY)
          .setVerificationKeyResolver(byId)
          .setExpectedIssuer(Claims.ISSUER)
          .setExpectedAudience(audience)
          .setRequireSubject()
          .setRequireJwtId()
          .setRequireExpirationTime()
          .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
          .build()
          .processToClaims(jwt);
    } catch (InvalidJwtException e) {
      throw TokenProblems.invalidToken(Refusal.reason(e, now));
    }
  }

  private static Key key(List<RsaKey> published, JsonWebSignature jws)
      throws UnresolvableKeyException {
    String id = jws.getKeyIdHeaderValue();
    for (RsaKey key : published) {
      if (key.id().equals(id)) {
        return key.jwk().getKey();
      }
    }
    throw new UnresolvableKeyException("unknown kid");
  }

  private static UserId user(JwtClaims claims) throws MalformedClaimException {
    return new UserId(UUID.fromString(claims.getSubject()));
  }

  private static Username username(JwtClaims claims) throws MalformedClaimException {
    return new Username(claims.getStringClaimValue(Claims.USERNAME));
  }

  private static SessionId session(JwtClaims claims) throws MalformedClaimException {
    return new SessionId(UUID.fromString(claims.getStringClaimValue(Claims.SESSION)));
  }

  private static Instant expiresAt(JwtClaims claims) throws MalformedClaimException {
    return Instant.ofEpochSecond(claims.getExpirationTime().getValue());
  }

  private static <T> T read(JwtClaims claims, Form<T> form) {
    try {
      return form.read(claims);
    } catch (MalformedClaimException | IllegalArgumentException | ProblemException e) {
      throw TokenProblems.invalidToken("The token's claims are malformed.");
    }
  }

  /** Makes a token of its claims. */
  @FunctionalInterface
  private interface Form<T> {
    T read(JwtClaims claims) throws MalformedClaimException;
  }
}
