package dev.vorota.gateway.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LeastRequestLoadBalancerTest {

  @Property(tries = 200)
  void takesOneThatNobodyHasLessToDoThan(
      @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 1, max = 10) Integer> weights,
      @ForAll @Size(20) List<@IntRange(min = 0, max = 30) Integer> exchanges,
      @ForAll int start) {
    Candidate[] from = Candidates.weighing(weights.stream().mapToInt(Integer::intValue).toArray());
    for (int i = 0; i < from.length; i++) {
      Candidates.occupy(from[i], exchanges.get(i));
    }

    Candidate chosen = strategy(start).choose(from, Candidates.ANY);

    assertThat(load(chosen))
        .isEqualTo(
            Arrays.stream(from)
                .mapToDouble(LeastRequestLoadBalancerTest::load)
                .min()
                .orElseThrow());
  }

  @Test
  void takesEqualsInTurnByTheirWeights() {
    assertThat(Candidates.turns(strategy(0), Candidates.weighing(5, 1, 1), 14))
        .isEqualTo("aabacaaaabacaa");
  }

  @Test
  void keepsWhatIsUnderWayAsTheWeightsAre() {
    Candidate[] from = Candidates.weighing(1, 2, 3, 4);
    LoadBalancer strategy = strategy(0);
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      strategy.choose(from, Candidates.ANY).began();
    }
    for (int i = 0; i < 10_000; i++) {
      Candidate busy = from[random.nextInt(from.length)];
      busy.ended();
      strategy.choose(from, Candidates.ANY).began();
    }

    assertThat(Arrays.stream(from).map(Candidate::active)).containsExactly(100, 200, 300, 400);
  }

  /** One that hung for long is not flooded when it answers again. */
  @Test
  void doesNotMakeUpForATimeOfMuchToDo() {
    Candidate[] from = Candidates.alike(10);
    LoadBalancer strategy = strategy(0);
    Candidates.occupy(from[0], 1);
    Candidates.shares(strategy, from, 10_000);
    from[0].ended();

    assertThat(Candidates.shares(strategy, from, 100)[0]).isBetween(10L, 15L);
  }

  private static double load(Candidate candidate) {
    return (double) candidate.active() / candidate.weight();
  }

  private static LoadBalancer strategy(int start) {
    return new LeastRequestLoadBalancer(new WarmUp(SlowStart.NONE, () -> 0), start);
  }
}
