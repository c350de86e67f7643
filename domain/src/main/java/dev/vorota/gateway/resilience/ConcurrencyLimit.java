package dev.vorota.gateway.resilience;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many requests are under way with a service at once; some more wait in the order in
 * which they came. All event loops share one count: divided among them, a small limit would be
 * none, and a busy loop would wait while an idle one keeps its part; one counter that is changed
 * twice in a request costs less than that. Safe to call from every thread, and never blocks.
 */
public final class ConcurrencyLimit {

  /** A request that waits. */
  public abstract static class Waiter {

    private final AtomicBoolean settled = new AtomicBoolean();

    /** Its turn has come, and it counts as under way. Called once, on any thread. */
    protected abstract void admitted();
  }

  private final ConcurrencyPolicy policy;
  private final @Nullable AdaptiveLimit adaptive;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();

  public ConcurrencyLimit(ConcurrencyPolicy policy) {
    this.policy = policy;
    this.adaptive = policy.adaptive() ? new AdaptiveLimit(policy.limit()) : null;
  }

  public ConcurrencyPolicy policy() {
    return policy;
  }

  /** How many may be under way now. */
  public int limit() {
    return adaptive == null ? policy.limit() : adaptive.limit();
  }

  public int underWay() {
    return underWay.get();
  }

  /** How many wait. */
  public int waiting() {
    return waiting.get();
  }

  /** Lets a request through, unless there are too many or some wait already. */
  public boolean enter() {
    return waiting.get() == 0 && take();
  }

  /** Lets a request wait for its turn. Returns whether there is room. */
  public boolean await(Waiter waiter) {
    if (waiting.incrementAndGet() > policy.queue()) {
      waiting.decrementAndGet();
      return false;
    }
    waiters.add(waiter);
    handOver();
    return true;
  }

  /** A request waits no longer. Returns whether that is so: its turn may just have come. */
  public boolean abandon(Waiter waiter) {
    if (!waiter.settled.compareAndSet(false, true)) {
      return false;
    }
    if (waiters.remove(waiter)) {
      waiting.decrementAndGet();
    }
    return true;
  }

  /** A request that was let through is over. */
  public void leave() {
    underWay.decrementAndGet();
    handOver();
  }

  /**
   * The service has begun to answer.
   *
   * @param nanos how long that took, in ns
   * @param nowNanos the time
   */
  public void answered(long nanos, long nowNanos) {
    if (adaptive != null) {
      adaptive.answered(nanos, underWay.get(), nowNanos);
    }
  }

  /**
   * The service has not answered.
   *
   * @param nowNanos the time
   */
  public void failed(long nowNanos) {
    if (adaptive != null) {
      adaptive.failed(nowNanos);
    }
  }

  private boolean take() {
    int now = underWay.get();
    while (now < limit()) {
      if (underWay.compareAndSet(now, now + 1)) {
        return true;
      }
      now = underWay.get();
    }
    return false;
  }

  /**
   * Gives what is free to those who wait. Who takes a place for a waiter that is not in the queue
   * yet gives it back and looks again, since the waiter may have come and found no place meanwhile.
   */
  private void handOver() {
    while (waiting.get() > 0 && take()) {
      Waiter next = waiters.poll();
      if (next != null) {
        waiting.decrementAndGet();
        if (next.settled.compareAndSet(false, true)) {
          next.admitted();
          continue;
        }
      }
      underWay.decrementAndGet();
      if (waiters.isEmpty()) {
        return;
      }
    }
  }
}
