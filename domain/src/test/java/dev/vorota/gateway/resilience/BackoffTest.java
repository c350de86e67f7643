package dev.vorota.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Property
  void neverWaitsLongerThanTheDoubledBound(
      @ForAll @LongRange(max = 10_000_000_000L) long first,
      @ForAll @LongRange(max = 10_000_000_000L) long more,
      @ForAll @IntRange(min = 1, max = 100) int retry,
      @ForAll long seed) {
    Backoff backoff = new Backoff(Duration.ofNanos(first), Duration.ofNanos(first + more));
    double bound = Math.min(first * Math.pow(2, retry - 1), (double) (first + more));

    assertThat(backoff.waitNanos(retry, new SplittableRandom(seed)))
        .isBetween(0L, (long) Math.ceil(bound));
  }

  @Test
  void spreadsWaitsEvenlyUpToTheBound() {
    SplittableRandom random = new SplittableRandom(7);
    int waits = 10_000;
    long sum = 0;
    for (int i = 0; i < waits; i++) {
      sum += Backoff.DEFAULTS.waitNanos(2, random);
    }

    // the mean of an even spread up to 50 ms is 25 ms, and that of 10,000 is within 4 deviations
    double deviation = 50_000_000 / Math.sqrt(12) / Math.sqrt(waits);
    assertThat((double) sum / waits).isBetween(25e6 - 4 * deviation, 25e6 + 4 * deviation);
  }

  @Test
  void refusesBoundsThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(Duration.ofMillis(2), Duration.ofMillis(1)))
        .withMessage("a back-off must go from 0 or more up: from PT0.002S to PT0.001S.");
  }
}
