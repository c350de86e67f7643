package dev.vorota.gateway.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hundred of a thousand endpoints come back at once, on a clock of the test's own. */
class SlowStartTest {

  private static final int OLD = 900;
  private static final int ALL = 1_000;
  private static final int UNDER_WAY = 500;
  private static final int SLICES = 5;
  private static final int REQUESTS_PER_SLICE = 30_000;
  private static final long SLICE_NANOS = 6_000_000_000L;
  private static final SlowStart SLOW_START = new SlowStart(Duration.ofNanos(SLICES * SLICE_NANOS));

  /** What a hundred get of a slice in the end, and how far chance may take them from that. */
  private static final double FAIR = (double) REQUESTS_PER_SLICE * (ALL - OLD) / ALL;

  private static final double CHANCE =
      Statistics.deviation(REQUESTS_PER_SLICE, (double) (ALL - OLD) / ALL) / FAIR;

  private final AtomicLong now = new AtomicLong();
  private final Random random = new Random(1);
  private final Queue<Candidate> underWay = new ArrayDeque<>();
  private final Candidate[] from = new Candidate[ALL];

  @ParameterizedTest
  @MethodSource("strategies")
  void sharesGrowEvenlyAndNobodyIsFlooded(Balancing balancing) {
    LoadBalancer strategy = balancing.strategy(random, now::get);
    for (int i = 0; i < ALL; i++) {
      long since = i < OLD ? -SLOW_START.over().toNanos() : 0;
      from[i] = Candidates.known(i, 1, () -> since);
    }
    Candidate[] warm = Arrays.copyOf(from, OLD);
    for (int i = 0; i < REQUESTS_PER_SLICE; i++) {
      exchange(strategy, warm);
    }

    double before = 0;
    for (int slice = 1; slice <= SLICES; slice++) {
      double share = shareOfASlice(strategy);
      double grown = 0.1 + 0.9 * slice / SLICES;
      // Of two that are drawn the idle one is taken, so that it may get up to twice its part.
      assertThat(share)
          .as("slice %s", slice)
          .isGreaterThan(before)
          .isLessThan(Math.min(2 * grown, 1) + CHANCE);
      before = share;
    }
    assertThat(before).isGreaterThan(0.8);
    assertThat(shareOfASlice(strategy)).isCloseTo(1, within(CHANCE));
  }

  static List<Balancing> strategies() {
    return List.of(
        new Balancing.Weighted(SLOW_START),
        new Balancing.PowerOfTwo(SLOW_START),
        new Balancing.LeastRequest(SLOW_START));
  }

  /** What the hundred get while the time of a slice goes by; 1 is their fair share. */
  private double shareOfASlice(LoadBalancer strategy) {
    Map<Candidate, Integer> indices = Candidates.indices(from);
    int[] counts = new int[ALL];
    for (int i = 0; i < REQUESTS_PER_SLICE; i++) {
      now.addAndGet(SLICE_NANOS / REQUESTS_PER_SLICE);
      counts[indices.getOrDefault(exchange(strategy, from), -1)]++;
    }
    assertThat((double) Arrays.stream(counts, OLD, ALL).max().orElseThrow())
        .isLessThan(
            (double) REQUESTS_PER_SLICE / ALL
                + Statistics.deviation(REQUESTS_PER_SLICE, 1.0 / ALL));
    return Arrays.stream(counts, OLD, ALL).sum() / FAIR;
  }

  /** One begins and, once there are many, the one that has been under way for longest ends. */
  private Candidate exchange(LoadBalancer strategy, Candidate[] candidates) {
    Candidate chosen = strategy.choose(candidates, Candidates.ANY);
    chosen.began();
    underWay.add(chosen);
    if (underWay.size() > UNDER_WAY) {
      underWay.remove().ended();
    }
    return chosen;
  }
}
