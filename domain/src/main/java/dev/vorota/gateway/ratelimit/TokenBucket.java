package dev.vorota.gateway.ratelimit;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A token bucket whose whole state is one number: the generic cell rate algorithm (ITU-T I.371,
 * annex A; virtual scheduling).
 *
 * <p>Kept is the theoretical arrival time: the instant at which the bucket will be full again. Each
 * permit moves it one {@link RateLimit#permitNanos()} onward; what lies between now and that
 * instant is what is missing from the bucket. Nothing has to be refilled, and one compare-and-set
 * takes a permit. The limit comes with each call, so that a changed limit holds at once and keeps
 * what was spent.
 *
 * <p>Instants are compared by their difference only, so that {@link System#nanoTime()} may start
 * anywhere and overflow. A clock that jumps back leaves the bucket empty at worst, and filling at
 * its usual rate.
 */
public final class TokenBucket {

  private final LongSupplier nanoTime;
  private final AtomicLong fullAt;

  /**
   * A full bucket.
   *
   * @param nanoTime in ns since any instant, such as {@link System#nanoTime()}
   */
  public TokenBucket(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.fullAt = new AtomicLong(nanoTime.getAsLong());
  }

  /** Takes one permit where there is one. */
  public Decision acquire(RateLimit limit) {
    return acquire(limit, 1);
  }

  /**
   * Takes {@code cost} permits where there are as many, otherwise none.
   *
   * @throws IllegalArgumentException if {@code cost} is not from 1 to the limit's burst
   */
  public Decision acquire(RateLimit limit, int cost) {
    if (cost < 1 || cost > limit.burst()) {
      throw new IllegalArgumentException(
          "cost must be from 1 to the burst of " + limit.burst() + ": " + cost + ".");
    }
    long permitNanos = limit.permitNanos();
    long capacityNanos = limit.burst() * permitNanos;
    long costNanos = cost * permitNanos;
    while (true) {
      // The state is read before the clock: another thread's later instant is never taken for a
      // clock that jumped back.
      long seen = fullAt.get();
      long now = nanoTime.getAsLong();
      long missingNanos = Math.clamp(seen - now, 0, capacityNanos);
      long leftNanos = capacityNanos - missingNanos - costNanos;
      boolean allowed = leftNanos >= 0;
      // A refusal too stores the clamped instant: else it would last until the clock caught up.
      long next = now + missingNanos + (allowed ? costNanos : 0);
      if ((!allowed && next == seen) || fullAt.compareAndSet(seen, next)) {
        return allowed
            ? allowed(limit, leftNanos, permitNanos)
            : new Decision(limit, false, (leftNanos + costNanos) / permitNanos, -leftNanos);
      }
    }
  }

  /** Whether nothing is missing, so that a new bucket could take this one's place. */
  public boolean isFull() {
    return fullAt.get() - nanoTime.getAsLong() <= 0;
  }

  private static Decision allowed(RateLimit limit, long leftNanos, long permitNanos) {
    long remaining = leftNanos / permitNanos;
    return new Decision(limit, true, remaining, remaining > 0 ? 0 : permitNanos - leftNanos);
  }
}
