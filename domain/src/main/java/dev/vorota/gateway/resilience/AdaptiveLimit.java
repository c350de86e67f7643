package dev.vorota.gateway.resilience;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Finds out how many requests a service can take at once: where its answers begin later than the
 * quickest ones did, they queue there, and the limit sinks by the ratio of both; where they do not,
 * it rises a little (after the "gradient" of Netflix's concurrency-limits, on averages of windows).
 * What is quick is measured anew now and then while answers are late, with half as many requests
 * under way: maybe the service itself has become slower. Where answers fail to come, the limit
 * sinks by a tenth. Safe to call from every thread: those who count do not wait for each other, and
 * one of them closes a window.
 */
final class AdaptiveLimit {

  static final long WINDOW_NANOS = 250_000_000L;
  static final int FEWEST_SAMPLES = 10;

  private static final int START = 20;
  private static final double TOLERANCE = 1.5;
  private static final double STEEPEST = 0.5;
  private static final double SMOOTHING = 0.2;
  private static final int LATE_WINDOWS = 40;
  private static final double FAILED_SHARE = 0.1;
  private static final double FAILED_FACTOR = 0.9;

  private final int most;
  private final LongAdder samples = new LongAdder();
  private final LongAdder nanosInAll = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile boolean started;
  private volatile long windowSince;
  private volatile int limit;
  private volatile int peak;

  /** Changed by whoever closes a window only, as those after. */
  private double exact;

  private double quickNanos;
  private int late;
  private int measuring;

  AdaptiveLimit(int most) {
    this.most = most;
    this.exact = Math.min(START, most);
    this.limit = (int) exact;
  }

  int limit() {
    return limit;
  }

  void answered(long nanos, int underWay, long nowNanos) {
    samples.increment();
    nanosInAll.add(nanos);
    if (underWay > peak) {
      peak = underWay;
    }
    closeWindow(nowNanos);
  }

  void failed(long nowNanos) {
    failures.increment();
    closeWindow(nowNanos);
  }

  private void closeWindow(long nowNanos) {
    if (started && nowNanos - windowSince < WINDOW_NANOS) {
      return;
    }
    if (closing.compareAndSet(false, true)) {
      try {
        if (!started) {
          windowSince = nowNanos;
          started = true;
        } else if (nowNanos - windowSince >= WINDOW_NANOS) {
          learn();
          windowSince = nowNanos;
        }
      } finally {
        closing.set(false);
      }
    }
  }

  private void learn() {
    long answered = samples.sum();
    long failed = failures.sum();
    if (answered + failed < FEWEST_SAMPLES) {
      return;
    }
    samples.reset();
    failures.reset();
    double average = answered == 0 ? 0 : (double) nanosInAll.sumThenReset() / answered;
    int busiest = peak;
    peak = 0;
    if (failed >= FAILED_SHARE * (answered + failed)) {
      measuring = 0;
      set(exact * FAILED_FACTOR);
    } else if (measuring > 0) {
      measure(average);
    } else {
      follow(average, busiest);
    }
  }

  private void follow(double average, int busiest) {
    quickNanos = quickNanos == 0 ? average : Math.min(quickNanos, average);
    double gradient = Math.clamp(TOLERANCE * quickNanos / average, STEEPEST, 1);
    if (gradient < 1 || busiest * 2 >= exact) {
      double aim = exact * gradient + Math.sqrt(exact);
      set(exact + SMOOTHING * (aim - exact));
    }
    late = gradient < 1 ? late + 1 : 0;
    if (late == LATE_WINDOWS) {
      late = 0;
      measuring = 2;
      limit = Math.max(1, (int) (exact / 2));
    }
  }

  /** In the first window those of before are still under way; the second one counts. */
  private void measure(double average) {
    measuring--;
    if (measuring == 0) {
      quickNanos = average;
      set(exact);
    }
  }

  private void set(double next) {
    exact = Math.clamp(next, 1, most);
    limit = (int) exact;
  }
}
