package dev.vorota.gateway.resilience;

/**
 * How many of an upstream's requests may be sent again, so that retries do not multiply the load of
 * one that fails.
 *
 * @param percent of the requests, from 0 to 100
 * @param perSecond so many are always allowed, in requests/s, for one that is asked seldom
 */
public record RetryBudgetPolicy(int percent, int perSecond) {

  /** What holds where nothing is configured. */
  public static final RetryBudgetPolicy DEFAULTS = new RetryBudgetPolicy(20, 3);

  public RetryBudgetPolicy {
    Bounds.check("percent", percent, 0, 100);
    if (perSecond < 0) {
      throw new IllegalArgumentException("perSecond must not be negative: " + perSecond + ".");
    }
  }
}
