package dev.vorota.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverloadTest {

  private static final int REQUESTS = 10_000;

  private final Overload overload =
      new Overload(new OverloadPolicy(Duration.ofMillis(100), 1_000), new SplittableRandom(3));

  @ParameterizedTest
  @CsvSource({
    "   0, 0.0, 0.0",
    "1000, 0.0, 0.0",
    "1500, 0.5, 0.0",
    "2000, 1.0, 0.0",
    "3000, 1.0, 0.5",
    "4000, 1.0, 1.0",
    "9000, 1.0, 1.0"
  })
  void refusesALargerShareTheMoreIsUnderWay(int underWay, double low, double normal) {
    for (int i = 0; i < underWay; i++) {
      overload.began();
    }

    // within four deviations of the share
    assertThat(refused(Priority.LOW)).isBetween(low - 0.02, low + 0.02);
    assertThat(refused(Priority.NORMAL)).isBetween(normal - 0.02, normal + 0.02);
    assertThat(refused(Priority.HIGH)).isZero();
  }

  @Test
  void takesALoopThatRunsLateForOverloadedAndNotOneThatDidOnce() {
    overload.late(Duration.ofHours(1).toNanos());
    assertThat(overload.load()).isLessThan(1);
    for (int i = 0; i < 50; i++) {
      overload.late(Duration.ofMillis(300).toNanos());
    }
    assertThat(overload.load()).isBetween(2.9, 3.0);
    for (int i = 0; i < 100; i++) {
      overload.late(0);
    }

    assertThat(overload.load()).isLessThan(0.01);
  }

  @Test
  void forgetsWhatIsOver() {
    for (int i = 0; i < 5_000; i++) {
      overload.began();
    }
    for (int i = 0; i < 5_000; i++) {
      overload.ended();
    }

    assertThat(refused(Priority.LOW)).isZero();
  }

  private double refused(Priority priority) {
    int refused = 0;
    for (int i = 0; i < REQUESTS; i++) {
      refused += overload.refuses(priority) ? 1 : 0;
    }
    return (double) refused / REQUESTS;
  }
}
