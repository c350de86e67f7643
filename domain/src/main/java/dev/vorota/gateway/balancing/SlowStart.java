package dev.vorota.gateway.balancing;

import java.time.Duration;

/**
 * How long an endpoint that is new or back takes to come to its share of the requests. In that time
 * its weight grows evenly from a tenth, for services that are slow until their caches are filled.
 *
 * @param over zero for no such time, else up to an hour
 */
public record SlowStart(Duration over) {

  /** The longest time. */
  public static final Duration MOST = Duration.ofHours(1);

  /** The share is there at once. */
  public static final SlowStart NONE = new SlowStart(Duration.ZERO);

  public SlowStart {
    if (over.isNegative() || over.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("slow start must take from 0 s to 1 h: " + over + ".");
    }
  }

  /** Whether there is such a time at all. */
  public boolean isOn() {
    return !over.isZero();
  }

  /** What follows the name of a strategy in a sentence. */
  @Override
  public String toString() {
    return isOn() ? ", slow start over " + over.toMillis() + " ms" : "";
  }
}
