package dev.vorota.adapters.out.chat.jwt;

import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.token.AccessToken;
import dev.vorota.chat.token.RefreshToken;
import dev.vorota.chat.token.TokenIssuer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

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
    return sign(
        claims(ids.get(), token.user(), token.username(), token.session(), token.expiresAt())
            .audience(Claims.ACCESS_AUDIENCE)
            .groups(USERS));
  }

  @Override
  public String issue(RefreshToken token) {
    return sign(
        claims(
                token.id().value(),
                token.user(),
                token.username(),
                token.session(),
                token.expiresAt())
            .audience(Claims.REFRESH_AUDIENCE));
  }

  private JwtClaimsBuilder claims(
      UUID id, UserId user, Username username, SessionId session, Instant expiresAt) {
    return Jwt.issuer(Claims.ISSUER)
        .subject(user.toString())
        .claim(Claims.USERNAME, username.value())
        .claim(Claims.SESSION, session.toString())
        .claim("jti", id.toString())
        .issuedAt(clock.instant().getEpochSecond())
        .expiresAt(expiresAt.getEpochSecond());
  }

  private String sign(JwtClaimsBuilder claims) {
    RsaKey key = keys.signing();
    return claims
        .jws()
        .algorithm(SignatureAlgorithm.RS256)
        .keyId(key.id())
        .sign(key.jwk().getPrivateKey());
  }
}
