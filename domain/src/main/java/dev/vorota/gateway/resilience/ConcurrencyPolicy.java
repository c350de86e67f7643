package dev.vorota.gateway.resilience;

import java.time.Duration;

/**
 * How many requests may be under way with an upstream at once, and what becomes of those above.
 *
 * @param limit the most at once
 * @param adaptive whether fewer are let through where the service answers more slowly than it used
 *     to, or not at all
 * @param queue how many may wait
 * @param queueTime how long one of them waits
 */
public record ConcurrencyPolicy(int limit, boolean adaptive, int queue, Duration queueTime) {

  /** The most that a limit or a queue may be. */
  public static final int MOST = 1_000_000;

  public ConcurrencyPolicy {
    Bounds.check("limit", limit, 1, MOST);
    Bounds.check("queue", queue, 0, MOST);
    Bounds.checkPositive("queueTime", queueTime);
  }
}
