package dev.vorota.gateway.health;

import java.time.Duration;

/**
 * How endpoints are asked whether they are sound.
 *
 * @param question what each is asked
 * @param interval how long after one check the next one is; up to a tenth more or less, so that
 *     checks spread
 * @param timeout how long a check may take
 * @param rise how many checks in a row must be passed for an endpoint to be taken for sound
 * @param fall how many must be failed for it not to be any more
 * @param soundAtFirst whether it is taken for sound before it was checked
 */
public record CheckPolicy(
    Question question,
    Duration interval,
    Duration timeout,
    int rise,
    int fall,
    boolean soundAtFirst) {

  public CheckPolicy {
    require(interval.isPositive(), "interval must be positive: " + interval);
    require(timeout.isPositive(), "timeout must be positive: " + timeout);
    require(rise >= 1, "rise must be positive: " + rise);
    require(fall >= 1, "fall must be positive: " + fall);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message + ".");
    }
  }
}
