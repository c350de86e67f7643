package dev.vorota.app.gateway;

import dev.vorota.adapters.out.gateway.jwt.JwksSettings;
import dev.vorota.adapters.out.gateway.jwt.JwtTokenVerifier;
import dev.vorota.adapters.out.gateway.jwt.TokenRules;
import dev.vorota.gateway.access.TokenVerifier;
import dev.vorota.gateway.access.Verification;
import dev.vorota.gateway.config.TokenIssuer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Verifies tokens where the configuration names their issuer. */
final class Tokens implements TokenVerifier, AutoCloseable {

  private final @Nullable JwtTokenVerifier verifier;

  private Tokens(@Nullable JwtTokenVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * @param issuer null where no route asks for a token
   */
  static Tokens of(@Nullable TokenIssuer issuer) {
    return new Tokens(
        issuer == null
            ? null
            : new JwtTokenVerifier(
                TokenRules.of(issuer.issuer()), JwksSettings.of(issuer.keys()), Clock.systemUTC()));
  }

  @Override
  public Verification verify(String token, String audience) {
    return verifier == null
        ? new Verification.Refused("Tokens are not accepted here.")
        : verifier.verify(token, audience);
  }

  /** Fetches the keys in the background. */
  void refresh() {
    if (verifier != null) {
      verifier.refresh();
    }
  }

  @Override
  public void close() {
    if (verifier != null) {
      verifier.close();
    }
  }
}
