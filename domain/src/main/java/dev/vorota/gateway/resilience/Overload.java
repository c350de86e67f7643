package dev.vorota.gateway.resilience;

import java.util.random.RandomGenerator;

/**
 * Tells how overloaded an event loop is, by how late it comes to what it planned and by what it has
 * under way, and which requests it refuses therefore. At the bound the first of low priority are
 * refused, a larger share the more there is to do, and all of them at twice the bound; from there
 * up to four times the bound those of normal priority follow. Confined to that loop.
 */
public final class Overload {

  private static final double SMOOTHING = 0.2;

  /** At so much load all but the most important is refused, so that more makes no difference. */
  private static final int MOST_LOAD = 4;

  private final OverloadPolicy policy;
  private final RandomGenerator random;
  private double delayNanos;
  private int underWay;

  public Overload(OverloadPolicy policy, RandomGenerator random) {
    this.policy = policy;
    this.random = random;
  }

  /**
   * Something came that was planned. However late it is, one alone is no overload: the whole
   * process may have been stopped for a while.
   *
   * @param nanos how late, in ns
   */
  public void late(long nanos) {
    long counted = Math.clamp(nanos, 0, MOST_LOAD * policy.delay().toNanos());
    delayNanos += SMOOTHING * (counted - delayNanos);
  }

  /** An exchange begins. */
  public void began() {
    underWay++;
  }

  /** An exchange that began is over. */
  public void ended() {
    underWay--;
  }

  /** Whether a request of this priority is refused now. */
  public boolean refuses(Priority priority) {
    double load = load();
    double share =
        switch (priority) {
          case LOW -> load - 1;
          case NORMAL -> (load - 2) / 2;
          case HIGH -> 0;
        };
    return share > 0 && random.nextDouble() < share;
  }

  /** How much there is to do, where 1 is as much as may be. */
  public double load() {
    return Math.max(delayNanos / policy.delay().toNanos(), (double) underWay / policy.exchanges());
  }
}
