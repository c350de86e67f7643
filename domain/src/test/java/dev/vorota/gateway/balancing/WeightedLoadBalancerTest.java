package dev.vorota.gateway.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WeightedLoadBalancerTest {

  @Test
  void spreadsTheTurnsOfTheHeavyEvenly() {
    assertThat(Candidates.turns(strategy(0), Candidates.weighing(5, 1, 1), 14))
        .isEqualTo("aabacaaaabacaa");
  }

  @Test
  void beginsWithAnotherOneOfEqualsInEachLoop() {
    assertThat(Candidates.turns(strategy(0), Candidates.alike(3), 6)).isEqualTo("abcabc");
    assertThat(Candidates.turns(strategy(2), Candidates.alike(3), 6)).isEqualTo("cabcab");
    assertThat(Candidates.turns(strategy(-1), Candidates.alike(3), 6)).isEqualTo("cabcab");
  }

  @Property(tries = 100)
  void givesEachItsWeightInEveryRound(
      @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 1, max = 50) Integer> weights,
      @ForAll int start) {
    int[] plain = weights.stream().mapToInt(Integer::intValue).toArray();
    Candidate[] from = Candidates.weighing(plain);
    LoadBalancer strategy = strategy(start);
    int round = weights.stream().mapToInt(Integer::intValue).sum();

    for (int i = 0; i < 3; i++) {
      assertThat(Candidates.shares(strategy, from, round))
          .containsExactly(weights.stream().mapToLong(Integer::longValue).toArray());
    }
  }

  @Test
  void owesNothingToThoseThatLeft() {
    Candidate[] three = Candidates.weighing(5, 1, 1);
    LoadBalancer strategy = strategy(0);
    for (int i = 0; i < 1_000; i++) {
      Candidate passing = Candidates.known(100 + i, 50, () -> 0);
      strategy.choose(new Candidate[] {three[0], three[1], three[2], passing}, Candidates.ANY);
    }
    Candidate fresh = Candidates.known(3, 1, () -> 0);

    long[] shares =
        Candidates.shares(strategy, new Candidate[] {three[0], three[1], three[2], fresh}, 80);

    assertThat(shares[3]).isBetween(8L, 12L);
  }

  private static LoadBalancer strategy(int start) {
    return new WeightedLoadBalancer(new WarmUp(SlowStart.NONE, () -> 0), start);
  }
}
