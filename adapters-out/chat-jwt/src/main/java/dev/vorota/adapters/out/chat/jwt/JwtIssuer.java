package dev.vorota.adapters.out.chat.jwt;

import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.token.AccessToken;
import dev.vorota.chat.token.RefreshToken;
import dev.vorota.chat.token.TokenIssuer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

final class JwtIssuer implements TokenIssuer {

  private static final String USERS = "user";

  private final KeyRing keys;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  /**
   * @param ids tells access tokens apart; refresh tokens have ids already
   */
  JwtIssuer(KeyRing keys, InstantSource clock, Supplier<UUID> ids) {
    this.keys = keys;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public String issue(AccessToken token) {
    JwtClaims claims =
        claims(ids.get(), token.user(), token.username(), token.session(), token.expiresAt());
    claims.setAudience(Claims.ACCESS_AUDIENCE);
    claims.setStringListClaim(Claims.GROUPS, USERS);
    return sign(claims);
  }

  @Override
  public String issue(RefreshToken token) {
    JwtClaims claims =
        claims(
            token.id().value(), token.user(), token.username(), token.session(), token.expiresAt());
    claims.setAudience(Claims.REFRESH_AUDIENCE);
    return sign(claims);
  }

  private JwtClaims claims(
      UUID id, UserId user, Username username, SessionId session, Instant expiresAt) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(Claims.ISSUER);
    claims.setSubject(user.toString());
    claims.setStringClaim(Claims.USERNAME, username.value());
    claims.setStringClaim(Claims.SESSION, session.toString());
    claims.setJwtId(id.toString());
    claims.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
    return claims;
  }

  private String sign(JwtClaims claims) {
    RsaKey key = keys.signing();
    JsonWebSignature jws = new JsonWebSignature();
    jws.setHeader("typ", "JWT");
    jws.setAlgorithmHeaderValue(key.jwk().getAlgorithm());
    jws.setKeyIdHeaderValue(key.id());
    jws.setKey(key.jwk().getPrivateKey());
    jws.setPayload(claims.toJson());
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("The key " + key + " can't sign.", e);
    }
  }
}
