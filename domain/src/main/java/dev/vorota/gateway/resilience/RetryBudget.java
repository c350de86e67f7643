package dev.vorota.gateway.resilience;

import java.util.function.LongSupplier;

/**
 * Allows as many retries as are a share of the requests of the last ten seconds, or a few where
 * there were few requests. Confined to one event loop: each has its own part of the requests, and
 * so of the retries.
 */
public final class RetryBudget {

  private static final long SECOND = 1_000_000_000L;
  private static final int SECONDS = 10;
  private static final int WHOLE = 100;

  private final RetryBudgetPolicy policy;
  private final LongSupplier nanoClock;
  private final long startNanos;
  private final int[] requests = new int[SECONDS];
  private final int[] retries = new int[SECONDS];
  private long second;
  private long requestsInAll;
  private long retriesInAll;

  public RetryBudget(RetryBudgetPolicy policy, LongSupplier nanoClock) {
    this.policy = policy;
    this.nanoClock = nanoClock;
    this.startNanos = nanoClock.getAsLong();
  }

  /** A request came; what is sent again for it does not count here. */
  public void requested() {
    advance();
    requests[slot(second)]++;
    requestsInAll++;
  }

  /** Takes a retry from the budget. Returns whether there was one left. */
  public boolean take() {
    advance();
    long share = requestsInAll * policy.percent() / WHOLE;
    if (retriesInAll >= Math.max(share, (long) policy.perSecond() * SECONDS)) {
      return false;
    }
    retries[slot(second)]++;
    retriesInAll++;
    return true;
  }

  private void advance() {
    long now = (nanoClock.getAsLong() - startNanos) / SECOND;
    if (now - second >= SECONDS) {
      second = now - SECONDS;
    }
    while (second < now) {
      second++;
      int slot = slot(second);
      requestsInAll -= requests[slot];
      retriesInAll -= retries[slot];
      requests[slot] = 0;
      retries[slot] = 0;
    }
  }

  private static int slot(long second) {
    return (int) (second % SECONDS);
  }
}
