package dev.vorota.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.endpoint.Absence.Reason;
import dev.vorota.gateway.endpoint.EndpointTally;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutlierDetectorTest {

  private static final Duration EJECTION = OutlierPolicy.DEFAULTS.ejection();

  private final OutlierBench bench = new OutlierBench(OutlierPolicy.DEFAULTS, 4);

  @Test
  void ejectsAtOnceAfterFailuresInARow() {
    fail(0, 4);
    assertThat(bench.ejected()).isEmpty();
    fail(0, 1);

    assertThat(bench.ejected()).containsExactly(0);
    assertThat(bench.member(0).absence(Reason.OUTLIER))
        .hasFieldOrPropertyWithValue("text", "5 exchanges in a row failed");
  }

  @Test
  void countsNothingThatAnAnswerInterrupts() {
    for (int i = 0; i < 20; i++) {
      fail(0, 4);
      bench.tally(0).answered(200);
    }
    assertThat(bench.ejected()).isEmpty();
  }

  @Test
  void bringsBackWhenTheTimeIsOver() {
    fail(0, 5);
    bench.pass(EJECTION.minusSeconds(1));
    assertThat(bench.ejected()).containsExactly(0);
    bench.pass(Duration.ofSeconds(1));

    assertThat(bench.ejected()).isEmpty();
    fail(0, 4);
    assertThat(bench.ejected()).isEmpty();
  }

  @Test
  void ejectsForLongerEachTimeUpToABound() {
    for (int times = 1; times <= 12; times++) {
      fail(0, 5);
      Duration expected = EJECTION.multipliedBy(Math.min(times, 10));
      bench.pass(expected.minusSeconds(1));
      assertThat(bench.ejected()).as("ejection " + times).containsExactly(0);
      bench.pass(Duration.ofSeconds(1));
      assertThat(bench.ejected()).isEmpty();
    }
    assertThat(bench.member(0).ejections()).isEqualTo(12);
  }

  @Test
  void forgetsAnEjectionForEachTimeWithoutOne() {
    fail(0, 5);
    bench.pass(EJECTION);
    fail(0, 5);
    bench.pass(EJECTION.multipliedBy(2));
    bench.pass(EJECTION);
    fail(0, 5);

    bench.pass(EJECTION.multipliedBy(2));
    assertThat(bench.ejected()).isEmpty();
  }

  @Test
  void leavesServerErrorsInARowAloneUnlessItIsToldTo() {
    OutlierBench strict = new OutlierBench(policy(0, 3, 0, 100), 4);
    for (int i = 0; i < 3; i++) {
      bench.tally(1).answered(500);
      strict.tally(1).answered(500);
    }
    assertThat(bench.ejected()).isEmpty();
    assertThat(strict.ejected()).containsExactly(1);
  }

  @Test
  void ejectsForAShareOfBadAnswersWhereThereWereEnough() {
    answer(0, 60, 60);
    answer(1, 61, 39);
    answer(2, 40, 50);
    bench.pass(Duration.ofSeconds(10));

    assertThat(bench.ejected()).containsExactly(0);
    assertThat(bench.member(0).absence(Reason.OUTLIER))
        .hasFieldOrPropertyWithValue("text", "50 % of its exchanges failed");
  }

  @Test
  void countsEachIntervalAnew() {
    answer(0, 1_000, 0);
    bench.pass(Duration.ofSeconds(10));
    answer(0, 0, 100);
    bench.pass(Duration.ofSeconds(10));

    assertThat(bench.ejected()).containsExactly(0);
  }

  @Test
  void leavesAShareAloneAndEjectsTheOthersWhenThereIsRoom() {
    for (int i = 0; i < 4; i++) {
      fail(i, 5);
    }
    assertThat(bench.ejected()).containsExactly(0, 1);
    bench.pass(Duration.ofSeconds(29));
    fail(2, 1);
    assertThat(bench.ejected()).containsExactly(0, 1);
    bench.pass(Duration.ofSeconds(1));

    assertThat(bench.ejected()).containsExactly(2, 3);
  }

  @Test
  void ejectsOneHoweverSmallTheShare() {
    OutlierBench careful = new OutlierBench(policy(5, 0, 0, 1), 3);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 5; j++) {
        careful.tally(i).failed();
      }
    }
    assertThat(careful.ejected()).containsExactly(0);
  }

  @Test
  void ejectsNobodyWhereItIsOff() {
    OutlierBench off = new OutlierBench(OutlierPolicy.OFF, 2);
    for (int i = 0; i < 1_000; i++) {
      off.tally(0).failed();
    }
    off.pass(Duration.ofSeconds(20));

    assertThat(off.ejected()).isEmpty();
  }

  private void fail(int member, int times) {
    for (int i = 0; i < times; i++) {
      bench.tally(member).failed();
    }
  }

  /** In turn, so that nothing bad comes in a row. */
  private void answer(int member, int good, int bad) {
    EndpointTally tally = bench.tally(member);
    for (int i = 0; i < Math.max(good, bad); i++) {
      if (i < bad) {
        tally.answered(500);
      }
      if (i < good) {
        tally.answered(200);
      }
    }
  }

  private static OutlierPolicy policy(int failures, int serverErrors, int percent, int share) {
    return new OutlierPolicy(
        failures,
        serverErrors,
        percent,
        100,
        Duration.ofSeconds(10),
        EJECTION,
        EJECTION.multipliedBy(10),
        share);
  }
}
