package dev.vorota.gateway.transport;

import java.time.Duration;

/**
 * How many connections there are with each endpoint, and for how long.
 *
 * @param most the most connections with one endpoint, shared out over the event loops
 * @param queue the most exchanges that wait for one of them, shared out likewise
 * @param idle how long a connection is kept that serves no exchange
 * @param maxAge a connection that is older serves no further exchange; up to a tenth less, so that
 *     not all end at once
 */
public record PoolPolicy(int most, int queue, Duration idle, Duration maxAge) {

  /** What holds where nothing is configured: as many connections as there are ports. */
  public static final PoolPolicy DEFAULTS =
      new PoolPolicy(65_535, 1_024, Duration.ofSeconds(30), Duration.ofHours(1));

  private static final int JITTER = 10;

  public PoolPolicy {
    if (most < 1) {
      throw new IllegalArgumentException("max must be 1 or more: " + most + ".");
    }
    if (queue < 0) {
      throw new IllegalArgumentException("queue must not be negative: " + queue + ".");
    }
    if (!idle.isPositive()) {
      throw new IllegalArgumentException("idle must be more than 0: " + idle + ".");
    }
    if (!maxAge.isPositive()) {
      throw new IllegalArgumentException("max_age must be more than 0: " + maxAge + ".");
    }
  }

  /**
   * The part that one of several event loops has: an equal one, and one connection at least. So
   * there are never more connections than {@code most}, unless there are more loops.
   *
   * @param loops how many there are, at least one
   */
  public PoolPolicy shareOf(int loops) {
    return new PoolPolicy(Math.max(1, most / loops), queue / loops, idle, maxAge);
  }

  /**
   * How long a connection serves, in ns.
   *
   * @param random any number; it decides how much less than the greatest age it is
   */
  public long ageNanos(long random) {
    long longest = maxAge.toNanos();
    return longest - Math.floorMod(random, longest / JITTER + 1);
  }
}
