package dev.vorota.gateway.resilience;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests from a service that fails most of them. Closed, it lets all through and counts;
 * open, none; after a while half open: then a few probes decide which of both it becomes (Nygard,
 * Release It!). All event loops share it: while it is closed they only add to counters of their
 * own, and what decides is swapped as a whole.
 */
public final class CircuitBreaker {

  /** What it does with requests. */
  public enum State {
    /** All are let through. */
    CLOSED,

    /** None is. */
    OPEN,

    /** A few are, and decide. */
    HALF_OPEN
  }

  /**
   * What was let through. Exactly one of its methods is to be called, once it is known how it went;
   * what comes after the state has changed decides nothing any more.
   */
  public interface Passage {

    /** The service has answered as a sound one does. */
    void succeeded();

    /** It has not answered, or in a way that tells that it is not sound. */
    void failed();

    /** Nobody knows: it was given up before. */
    void abandoned();
  }

  private final BreakerPolicy policy;
  private final LongSupplier nanoClock;
  private final AtomicReference<Phase> phase;

  public CircuitBreaker(BreakerPolicy policy, LongSupplier nanoClock) {
    this.policy = policy;
    this.nanoClock = nanoClock;
    this.phase = new AtomicReference<>(new Closed());
  }

  public BreakerPolicy policy() {
    return policy;
  }

  /** Lets a request through, or gives null where it must not be sent. */
  public @Nullable Passage enter() {
    Phase current = phase.get();
    if (current instanceof Open open && open.leftNanos() <= 0) {
      phase.compareAndSet(open, new HalfOpen());
      current = phase.get();
    }
    return current.enter();
  }

  public State state() {
    return phase.get().state();
  }

  /** How long it stays open, in ns; 0 where it does not. */
  public long openNanos() {
    return phase.get() instanceof Open open ? Math.max(0, open.leftNanos()) : 0;
  }

  private sealed interface Phase {

    @Nullable Passage enter();

    State state();
  }

  private final class Closed implements Phase, Passage {

    private final OutcomeWindow window = new OutcomeWindow(policy.window(), nanoClock);

    @Override
    public Passage enter() {
      return this;
    }

    @Override
    public State state() {
      return State.CLOSED;
    }

    @Override
    public void succeeded() {
      window.succeeded();
    }

    @Override
    public void failed() {
      window.failed();
      if (phase.get() == this && window.isFailing(policy.percent(), policy.minimum())) {
        phase.compareAndSet(this, new Open());
      }
    }

    @Override
    public void abandoned() {}
  }

  private final class Open implements Phase {

    private final long sinceNanos = nanoClock.getAsLong();

    @Override
    public @Nullable Passage enter() {
      return null;
    }

    @Override
    public State state() {
      return State.OPEN;
    }

    long leftNanos() {
      return policy.open().toNanos() - (nanoClock.getAsLong() - sinceNanos);
    }
  }

  private final class HalfOpen implements Phase, Passage {

    private final AtomicInteger left = new AtomicInteger(policy.probes());
    private final AtomicInteger successes = new AtomicInteger();

    @Override
    public @Nullable Passage enter() {
      return left.getAndUpdate(probes -> Math.max(0, probes - 1)) > 0 ? this : null;
    }

    @Override
    public State state() {
      return State.HALF_OPEN;
    }

    @Override
    public void succeeded() {
      if (successes.incrementAndGet() == policy.probes()) {
        phase.compareAndSet(this, new Closed());
      }
    }

    @Override
    public void failed() {
      phase.compareAndSet(this, new Open());
    }

    @Override
    public void abandoned() {
      left.incrementAndGet();
    }
  }
}
