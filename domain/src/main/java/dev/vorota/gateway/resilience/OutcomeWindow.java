package dev.vorota.gateway.resilience;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Counts what went well and what failed of late, in slices of time of which the oldest is dropped.
 * Safe to call from every thread; threads that count do not wait for each other.
 */
final class OutcomeWindow {

  private static final int SLICES = 10;
  private static final int WHOLE = 100;

  private final LongSupplier nanoClock;
  private final long startNanos;
  private final long sliceNanos;
  private final AtomicReferenceArray<Slice> slices = new AtomicReferenceArray<>(SLICES);

  OutcomeWindow(Duration length, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.startNanos = nanoClock.getAsLong();
    this.sliceNanos = Math.max(1, length.toNanos() / SLICES);
    for (int i = 0; i < SLICES; i++) {
      slices.set(i, new Slice(i - SLICES));
    }
  }

  void succeeded() {
    current().successes.increment();
  }

  void failed() {
    current().failures.increment();
  }

  /**
   * Whether so large a share failed.
   *
   * @param percent from 1 to 100
   * @param minimum how many outcomes there must be
   */
  boolean isFailing(int percent, int minimum) {
    long now = tick();
    long failures = 0;
    long all = 0;
    for (int i = 0; i < SLICES; i++) {
      Slice slice = slices.get(i);
      if (slice.tick > now - SLICES) {
        long failed = slice.failures.sum();
        failures += failed;
        all += failed + slice.successes.sum();
      }
    }
    return all >= minimum && failures * WHOLE >= all * percent;
  }

  private Slice current() {
    long now = tick();
    int place = (int) (now % SLICES);
    Slice there = slices.get(place);
    if (there.tick >= now) {
      return there;
    }
    Slice fresh = new Slice(now);
    return slices.compareAndSet(place, there, fresh) ? fresh : slices.get(place);
  }

  private long tick() {
    return (nanoClock.getAsLong() - startNanos) / sliceNanos;
  }

  private static final class Slice {

    private final long tick;
    private final LongAdder successes = new LongAdder();
    private final LongAdder failures = new LongAdder();

    Slice(long tick) {
      this.tick = tick;
    }
  }
}
