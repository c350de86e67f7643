package dev.vorota.wire.time;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The timers of one event loop, on a ring of slots that each stand for a tick of time (Varghese and
 * Lauck, Hashed and Hierarchical Timing Wheels, 1987, scheme 6): a timer is set and called off by
 * changing four references, and no clock is read for it. A timer never expires early, and up to two
 * ticks late. Nothing runs while none is set. Confined to the loop.
 */
public final class TimerWheel {

  /** How exact timers are, in ms. */
  public static final long TICK_MILLIS = 10;

  private static final long TICK_NANOS = Duration.ofMillis(TICK_MILLIS).toNanos();
  private static final int SLOTS = 1_024;

  private final LongSupplier nanoClock;
  private final Consumer<Runnable> afterTick;
  private final Ring[] slots = new Ring[SLOTS];
  private final Ring due = new Ring();
  private long tick;
  private long tickedNanos;
  private int set;
  private boolean ticking;

  /** The wheel of an event loop. */
  public static TimerWheel of(EventExecutor loop) {
    return new TimerWheel(
        System::nanoTime, task -> loop.schedule(task, TICK_MILLIS, TimeUnit.MILLISECONDS));
  }

  /**
   * @param afterTick runs what it is given once, after the time of a tick
   */
  TimerWheel(LongSupplier nanoClock, Consumer<Runnable> afterTick) {
    this.nanoClock = nanoClock;
    this.afterTick = afterTick;
    for (int i = 0; i < SLOTS; i++) {
      slots[i] = new Ring();
    }
  }

  /**
   * Sets a timer; where it was set before, it is set anew.
   *
   * @param delayNanos how long from now, in ns; not negative
   */
  public void set(Timer timer, long delayNanos) {
    timer.cancel();
    if (!ticking) {
      ticking = true;
      tickedNanos = nanoClock.getAsLong();
      afterTick.accept(this::advance);
    }
    // the present tick has begun already, so one more makes sure that none comes early
    timer.dueTick = tick + 1 + (delayNanos + TICK_NANOS - 1) / TICK_NANOS;
    timer.joins(this, slot(timer.dueTick));
    set++;
  }

  /**
   * Runs something once, unless the timer is called off before.
   *
   * @param delayNanos how long from now, in ns; not negative
   */
  public Timer after(long delayNanos, Runnable task) {
    Timer timer =
        new Timer() {
          @Override
          protected void expired() {
            task.run();
          }
        };
    set(timer, delayNanos);
    return timer;
  }

  /** A timer is no longer set. */
  void left() {
    set--;
  }

  private void advance() {
    long passed = (nanoClock.getAsLong() - tickedNanos) / TICK_NANOS;
    tickedNanos += passed * TICK_NANOS;
    long from = tick + 1;
    tick += passed;
    for (long i = 0; i < Math.min(passed, SLOTS); i++) {
      slot(from + i).moveDue(tick, due);
    }
    try {
      due.expireAll();
    } finally { // a timer that fails is not the end of the others: they expire with the next tick
      ticking = set > 0;
      if (ticking) {
        afterTick.accept(this::advance);
      }
    }
  }

  private Ring slot(long dueTick) {
    return slots[(int) (dueTick % SLOTS)];
  }
}
