package dev.vorota.gateway.health;

import java.time.Duration;

/**
 * When an endpoint is ejected, that is not chosen for a while, because exchanges with it fail.
 *
 * @param failures after how many in a row that gave no answer or a 502, 503 or 504; 0 for never
 * @param serverErrors after how many in a row that gave any status of 500 or more, or no answer; 0
 *     for never
 * @param errorPercent which share of an interval's exchanges must have failed in either way, in
 *     percent; 0 for never
 * @param fewest how many exchanges an interval must have had for its share to count
 * @param interval how long an interval is
 * @param ejection how long the first ejection is; the second is twice as long, the third three
 *     times, and for each such time without an ejection it is one less
 * @param longest how long an ejection is at most
 * @param share how many of an upstream's endpoints may be ejected at once, in percent; one always
 *     may
 */
public record OutlierPolicy(
    int failures,
    int serverErrors,
    int errorPercent,
    int fewest,
    Duration interval,
    Duration ejection,
    Duration longest,
    int share) {

  /** What holds where nothing is configured. */
  public static final OutlierPolicy DEFAULTS =
      new OutlierPolicy(
          5, 0, 50, 100, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5), 50);

  /** No endpoint is ejected. */
  public static final OutlierPolicy OFF =
      new OutlierPolicy(
          0, 0, 0, 100, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5), 50);

  public OutlierPolicy {
    require(failures >= 0, "failures must not be negative: " + failures);
    require(serverErrors >= 0, "serverErrors must not be negative: " + serverErrors);
    require(
        errorPercent >= 0 && errorPercent <= 100,
        "errorPercent must be from 0 to 100: " + errorPercent);
    require(fewest >= 1, "fewest must be positive: " + fewest);
    require(interval.isPositive(), "interval must be positive: " + interval);
    require(ejection.isPositive(), "ejection must be positive: " + ejection);
    require(
        longest.compareTo(ejection) >= 0,
        "longest must not be shorter than ejection (" + ejection + "): " + longest);
    require(share >= 0 && share <= 100, "share must be from 0 to 100: " + share);
  }

  /** Whether an endpoint may be ejected at all. */
  public boolean isOff() {
    return failures == 0 && serverErrors == 0 && errorPercent == 0;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message + ".");
    }
  }
}
