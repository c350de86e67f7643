package dev.vorota.gateway.resilience;

import java.time.Duration;

/**
 * When a route's upstream is not asked any more for a while, so that it can recover and clients
 * need not wait for what fails.
 *
 * @param percent the share of failures that is too much, from 1 to 100
 * @param minimum how many exchanges the window must hold before their share counts
 * @param window how far back exchanges count
 * @param open how long nothing is asked for
 * @param probes how many exchanges must succeed afterwards before all are let through
 */
public record BreakerPolicy(int percent, int minimum, Duration window, Duration open, int probes) {

  /** The most exchanges that a window may have to hold. */
  public static final int MOST_MINIMUM = 1_000_000;

  /** The most probes. */
  public static final int MOST_PROBES = 1_000;

  /** What holds where a breaker is declared and nothing else is said. */
  public static final BreakerPolicy DEFAULTS =
      new BreakerPolicy(50, 20, Duration.ofSeconds(10), Duration.ofSeconds(5), 3);

  public BreakerPolicy {
    Bounds.check("percent", percent, 1, 100);
    Bounds.check("minimum", minimum, 1, MOST_MINIMUM);
    Bounds.checkPositive("window", window);
    Bounds.checkPositive("open", open);
    Bounds.check("probes", probes, 1, MOST_PROBES);
  }
}
