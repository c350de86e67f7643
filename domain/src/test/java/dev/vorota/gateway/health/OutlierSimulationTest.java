package dev.vorota.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A thousand endpoints for some minutes of a clock of the test's: who is ejected, and for how long.
 */
class OutlierSimulationTest {

  private static final int ENDPOINTS = 1_000;
  private static final int REQUESTS_PER_SECOND = 20_000;

  /** What a sound service fails with anyway. */
  private static final double USUAL_ERRORS = 0.01;

  private final OutlierBench bench = new OutlierBench(OutlierPolicy.DEFAULTS, ENDPOINTS);
  private final Random random = new Random(42);

  @Test
  void ejectsTheBadOnesOnlyAndTheyComeBack() {
    Set<Integer> dead = IntStream.range(0, 50).boxed().collect(Collectors.toSet());
    Set<Integer> sick = IntStream.range(50, 100).boxed().collect(Collectors.toSet());
    Set<Integer> bad = new HashSet<>(dead);
    bad.addAll(sick);

    Set<Integer> everEjected = new HashSet<>();
    for (int second = 0; second < 120; second++) {
      serveOneSecond(dead, sick);
      everEjected.addAll(bench.ejected());
      if (second >= 20 && second < 29) {
        assertThat(bench.ejected()).containsAll(dead);
      }
    }
    assertThat(everEjected).isEqualTo(bad);

    for (int second = 0; second < 150; second++) {
      serveOneSecond(Set.of(), Set.of());
    }
    assertThat(bench.ejected()).isEmpty();
  }

  @Test
  void neverEjectsMoreThanTheShareWhenAllAreBad() {
    Set<Integer> all = IntStream.range(0, ENDPOINTS).boxed().collect(Collectors.toSet());
    int most = 0;
    for (int second = 0; second < 45; second++) {
      serveOneSecond(all, Set.of());
      most = Math.max(most, bench.ejected().size());
    }

    assertThat(most).isEqualTo(ENDPOINTS / 2);
  }

  /** Requests go to any endpoint that is not ejected; the dead fail all, the sick six in ten. */
  private void serveOneSecond(Set<Integer> dead, Set<Integer> sick) {
    Set<Integer> ejected = new HashSet<>(bench.ejected());
    int[] eligible = IntStream.range(0, ENDPOINTS).filter(i -> !ejected.contains(i)).toArray();
    for (int i = 0; i < REQUESTS_PER_SECOND; i++) {
      int one = eligible[random.nextInt(eligible.length)];
      double errors = sick.contains(one) ? 0.6 : USUAL_ERRORS;
      if (dead.contains(one)) {
        bench.tally(one).failed();
      } else {
        bench.tally(one).answered(random.nextDouble() < errors ? 500 : 200);
      }
    }
    bench.pass(Duration.ofSeconds(1));
  }
}
