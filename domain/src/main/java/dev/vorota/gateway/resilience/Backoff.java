package dev.vorota.gateway.resilience;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long is waited before a request is sent again: any time up to a bound that doubles each time,
 * so that those who failed together do not come back together ("full jitter", Brooker, Exponential
 * Backoff And Jitter, 2015).
 *
 * @param first the bound of the first wait; zero for no waiting
 * @param most the highest bound
 */
public record Backoff(Duration first, Duration most) {

  /** What holds where nothing is configured. */
  public static final Backoff DEFAULTS = new Backoff(Duration.ofMillis(25), Duration.ofMillis(250));

  private static final int MOST_DOUBLINGS = 30;

  public Backoff {
    if (first.isNegative() || most.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "a back-off must go from 0 or more up: from " + first + " to " + most + ".");
    }
  }

  /**
   * How long to wait, in ns.
   *
   * @param retry the how manyth it is that is waited for, from 1
   */
  public long waitNanos(int retry, RandomGenerator random) {
    long doubled = first.toNanos() << Math.min(retry - 1, MOST_DOUBLINGS);
    long bound =
        doubled >> Math.min(retry - 1, MOST_DOUBLINGS) == first.toNanos()
            ? Math.min(doubled, most.toNanos())
            : most.toNanos();
    return bound == 0 ? 0 : random.nextLong(bound + 1);
  }
}
