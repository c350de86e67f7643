package dev.vorota.chat.token;

import java.time.Duration;

/** How long tokens last from the moment that they are issued. */
public record TokenLifetimes(Duration access, Duration refresh) {

  public TokenLifetimes {
    if (!access.isPositive()) {
      throw new IllegalArgumentException("access must be positive: " + access + ".");
    }
    if (refresh.compareTo(access) < 0) {
      throw new IllegalArgumentException(
          "refresh must be at least as long as access (" + access + "): " + refresh + ".");
    }
  }
}
