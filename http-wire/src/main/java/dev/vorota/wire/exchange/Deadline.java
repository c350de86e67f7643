package dev.vorota.wire.exchange;

import java.time.Duration;

/**
 * When an exchange is over at the latest.
 *
 * @param nanos on the clock of {@link System#nanoTime()}
 */
public record Deadline(long nanos) {

  private static final long NANOS_PER_MILLI = Duration.ofMillis(1).toNanos();

  /**
   * How many whole ms are left; 0 where it has passed.
   *
   * @param nowNanos on the same clock
   */
  public long leftMillis(long nowNanos) {
    return Math.max(0, (nanos - nowNanos) / NANOS_PER_MILLI);
  }
}
