package dev.vorota.adapters.out.gateway.jwt;

import java.time.Duration;

/**
 * What a token must keep to.
 *
 * @param issuer its {@code iss}
 * @param clockSkew how far the issuer's clock may be from ours
 * @param remembered how many tokens are remembered at least, so that their signature is checked
 *     once; at most twice as many are
 */
public record TokenRules(String issuer, Duration clockSkew, int remembered) {

  private static final Duration DEFAULT_CLOCK_SKEW = Duration.ofSeconds(30);
  private static final int DEFAULT_REMEMBERED = 10_000;

  public TokenRules {
    if (issuer.isEmpty()) {
      throw new IllegalArgumentException("issuer must not be empty.");
    }
    if (clockSkew.isNegative()) {
      throw new IllegalArgumentException("clockSkew must not be negative: " + clockSkew + ".");
    }
    if (remembered < 1) {
      throw new IllegalArgumentException("remembered must be positive: " + remembered + ".");
    }
  }

  /** 30 s of clock skew, 10,000 tokens remembered. */
  public static TokenRules of(String issuer) {
    return new TokenRules(issuer, DEFAULT_CLOCK_SKEW, DEFAULT_REMEMBERED);
  }
}
