package dev.vorota.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The adaptive limit before services that take so many requests at once, on a clock of its own. */
class AdaptiveLimitTest {

  private static final long QUICK = 10_000_000;
  private static final int PER_WINDOW = 100;

  private final AdaptiveLimit limit = new AdaptiveLimit(1_000);
  private long nanos;
  private long pace = 1;

  @Test
  void risesWhereTheServiceTakesAllThatComes() {
    windows(200, Integer.MAX_VALUE);

    assertThat(limit.limit()).isGreaterThan(500);
  }

  @Test
  void settlesNearWhatTheServiceTakesAtOnce() {
    windows(400, 50);

    assertThat(limit.limit()).isBetween(40, 120);
  }

  @Test
  void sinksWhenTheServiceSlowsDownAndRisesWhenItIsQuickAgain() {
    windows(100, 200);
    int before = limit.limit();
    windows(10, 20);
    int slow = limit.limit();
    windows(200, 200);

    assertThat(slow).isLessThan(before * 2 / 3);
    assertThat(limit.limit()).isGreaterThan(slow * 2);
  }

  @Test
  void getsUsedToAServiceThatHasBecomeSlower() {
    windows(100, 200);
    pace = 4;
    windows(8, 200);
    int surprised = limit.limit();
    windows(200, 200);

    assertThat(surprised).isLessThan(150);
    assertThat(limit.limit()).isBetween(150, 500);
  }

  @Test
  void sinksToOneWhereNothingIsAnswered() {
    for (int i = 0; i < 10_000; i++) {
      nanos += AdaptiveLimit.WINDOW_NANOS / PER_WINDOW;
      limit.failed(nanos);
    }

    assertThat(limit.limit()).isOne();
  }

  @Test
  void doesNotRiseWhereItIsNotUsed() {
    for (int i = 0; i < 10_000; i++) {
      nanos += AdaptiveLimit.WINDOW_NANOS / PER_WINDOW;
      limit.answered(QUICK, 1, nanos);
    }

    assertThat(limit.limit()).isEqualTo(20);
  }

  @Test
  void learnsNothingFromAFew() {
    for (int i = 0; i < AdaptiveLimit.FEWEST_SAMPLES - 1; i++) {
      nanos += AdaptiveLimit.WINDOW_NANOS;
      limit.failed(nanos);
    }

    assertThat(limit.limit()).isEqualTo(20);
  }

  /** As many as the limit allows are under way; above what the service takes they wait there. */
  private void windows(int count, int takes) {
    for (int i = 0; i < count * PER_WINDOW; i++) {
      nanos += AdaptiveLimit.WINDOW_NANOS / PER_WINDOW;
      int underWay = limit.limit();
      long took = (long) (pace * QUICK * Math.max(1.0, (double) underWay / takes));
      limit.answered(took, underWay, nanos);
    }
  }
}
