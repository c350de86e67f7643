package dev.vorota.gateway.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.routing.TestArrival;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HashLoadBalancerTest {

  private static final int KEYS = 10_000;

  private final LoadBalancer strategy = strategy(150);

  @Property(tries = 30)
  void movesTheKeysOfAnEndpointThatGoesAndNoOthers(
      @ForAll @Size(min = 3, max = 40) List<@IntRange(min = 1, max = 20) Integer> weights,
      @ForAll @IntRange(max = 2) int gone) {
    Candidate[] before = Candidates.weighing(ints(weights));
    Candidate[] after = Candidates.without(before[gone], before);

    for (int key = 0; key < 1_000; key++) {
      Candidate first = strategy.choose(before, with(key));
      Candidate second = strategy.choose(after, with(key));
      assertThat(second == first).isEqualTo(first != before[gone]);
    }
  }

  @Test
  void movesAboutAsManyKeysAsAnEndpointHad() {
    Candidate[] before = Candidates.alike(10);
    Candidate[] after = Candidates.without(before[3], before);
    long moved = 0;
    for (int key = 0; key < KEYS; key++) {
      if (strategy.choose(before, with(key)) != strategy.choose(after, with(key))) {
        moved++;
      }
    }

    assertThat(Math.abs(moved - KEYS / 10.0)).isLessThan(Statistics.deviation(KEYS, 0.1));
  }

  @Test
  void sharesTheKeysOfAnEndpointThatGoesAmongAllOthers() {
    Candidate[] before = Candidates.alike(5);
    Candidate[] after = Candidates.without(before[0], before);
    long[] moved = new long[4];
    for (int key = 0; key < KEYS; key++) {
      if (strategy.choose(before, with(key)) == before[0]) {
        moved[List.of(after).indexOf(strategy.choose(after, with(key)))]++;
      }
    }

    assertThat(Statistics.chiSquared(moved, 1, 1, 1, 1)).isLessThan(Statistics.chiSquaredBound(4));
  }

  @Test
  void sharesKeysByWeights() {
    int[] weights = {1, 2, 3, 10, 100, 1_000};
    Candidate[] from = Candidates.weighing(weights);

    assertThat(Statistics.chiSquared(keys(from), weights))
        .isLessThan(Statistics.chiSquaredBound(6));
  }

  @Test
  void sharesKeysAmongAThousand() {
    int[] weights = Collections.nCopies(1_000, 1).stream().mapToInt(Integer::intValue).toArray();

    assertThat(Statistics.chiSquared(keys(Candidates.weighing(weights)), weights))
        .isLessThan(Statistics.chiSquaredBound(1_000));
  }

  /** Other event loops and other gateways know the endpoints in any order. */
  @Test
  void choosesAlikeEverywhere() {
    Candidate[] here = Candidates.weighing(1, 2, 3, 4, 5);
    Candidate[] there = Candidates.weighing(1, 2, 3, 4, 5);
    Collections.reverse(Arrays.asList(there));

    for (int key = 0; key < 1_000; key++) {
      assertThat(strategy.choose(here, with(key)).endpoint())
          .isEqualTo(strategy(200).choose(there, with(key)).endpoint());
    }
  }

  @Property(tries = 50)
  void neverGivesAnEndpointMoreThanItsBound(
      @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 1, max = 20) Integer> weights,
      @ForAll @IntRange(min = 100, max = 300) int mostLoad,
      @ForAll @IntRange(min = 1, max = 5) int keys,
      @ForAll long seed) {
    Candidate[] from = Candidates.weighing(ints(weights));
    LoadBalancer bounded = strategy(mostLoad);
    Random random = new Random(seed);
    Queue<Candidate> underWay = new ArrayDeque<>();
    double total = weights.stream().mapToInt(Integer::intValue).sum();

    for (int i = 0; i < 2_000; i++) {
      if (random.nextInt(4) == 0 && !underWay.isEmpty()) {
        underWay.remove().ended();
        continue;
      }
      Candidate chosen = bounded.choose(from, with(random.nextInt(keys)));
      chosen.began();
      underWay.add(chosen);
      double share = underWay.size() * chosen.weight() / total;
      assertThat((double) chosen.active())
          .isLessThanOrEqualTo(
              Math.max(HashLoadBalancer.FREE, Math.ceil(share * mostLoad / 100 - 1e-9)));
    }
  }

  @Test
  void keepsAKeyWhereItIsWhileLittleIsUnderWay() {
    Candidate[] from = Candidates.alike(10);
    Candidate first = strategy.choose(from, with(1));
    Candidates.occupy(first, HashLoadBalancer.FREE - 1);

    assertThat(strategy.choose(from, with(1))).isSameAs(first);
    first.began();
    assertThat(strategy.choose(from, with(1))).isNotSameAs(first);
  }

  /** What is too much for one endpoint goes to one other first, so that caches stay of use. */
  @Test
  void sendsWhatIsTooMuchToTheSameNextOne() {
    Candidate[] from = Candidates.alike(10);
    Candidate first = strategy.choose(from, with(7));
    Candidates.occupy(first, 100);
    Candidate next = strategy.choose(from, with(7));

    assertThat(next).isNotSameAs(first);
    assertThat(strategy.choose(from, with(7))).isSameAs(next);
    assertThat(strategy.choose(Candidates.without(first, from), with(7))).isSameAs(next);
  }

  @Test
  void leavesRequestsWithoutTheKeyToAnotherStrategy() {
    assertThat(Candidates.turns(strategy, Candidates.alike(3), 6)).isEqualTo("abcabc");
  }

  private long[] keys(Candidate[] from) {
    List<Candidate> all = List.of(from);
    long[] counts = new long[from.length];
    for (int key = 0; key < KEYS; key++) {
      counts[all.indexOf(strategy.choose(from, with(key)))]++;
    }
    return counts;
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Arrival with(int key) {
    return TestArrival.of("GET /", "x-key: " + key);
  }

  private static LoadBalancer strategy(int mostLoad) {
    return new HashLoadBalancer(
        new HashKey.Header("x-key"), mostLoad, new RoundRobinLoadBalancer(0));
  }
}
