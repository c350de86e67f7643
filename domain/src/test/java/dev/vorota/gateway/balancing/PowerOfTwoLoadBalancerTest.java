package dev.vorota.gateway.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerOfTwoLoadBalancerTest {

  private static final int REQUESTS = 100_000;

  @Test
  void sharesAlikeWhileAllAreIdle() {
    int[] weights = Collections.nCopies(10, 1).stream().mapToInt(Integer::intValue).toArray();

    long[] shares = Candidates.shares(strategy(1), Candidates.weighing(weights), REQUESTS);

    assertThat(Statistics.chiSquared(shares, weights)).isLessThan(Statistics.chiSquaredBound(10));
  }

  @Test
  void sharesByWeightsWhileAllAreIdle() {
    int[] weights = {1, 2, 3, 10, 100, 1_000};

    long[] shares = Candidates.shares(strategy(2), Candidates.weighing(weights), REQUESTS);

    assertThat(Statistics.chiSquared(shares, weights)).isLessThan(Statistics.chiSquaredBound(6));
  }

  @Test
  void takesTheOneOfTwoThatHasLessToDoForItsWeight() {
    Candidate[] two = Candidates.weighing(1, 3);
    Candidates.occupy(two[0], 2);
    Candidates.occupy(two[1], 5);
    LoadBalancer strategy = strategy(3);

    assertThat(Candidates.shares(strategy, two, 100)).containsExactly(0, 100);
    two[1].began();
    two[1].began();
    assertThat(Candidates.shares(strategy, two, 100)).containsExactly(100, 0);
  }

  @Test
  void neverTakesTheBusiest() {
    Candidate[] from = Candidates.weighing(5, 5, 1, 1);
    Candidates.occupy(from[2], 2);

    assertThat(Candidates.shares(strategy(4), from, 10_000)[2]).isZero();
  }

  /** Two choices leave no queue longer than ln ln n / ln 2 and a constant (Azar et al., 1994). */
  @Test
  void leavesNoLongQueueAmongAThousand() {
    Candidate[] from = Candidates.alike(1_000);
    LoadBalancer strategy = strategy(5);
    for (int i = 0; i < from.length; i++) {
      strategy.choose(from, Candidates.ANY).began();
    }

    int longest = Arrays.stream(from).mapToInt(Candidate::active).max().orElseThrow();

    assertThat((double) longest).isLessThan(Math.log(Math.log(1_000)) / Math.log(2) + 2);
  }

  @Test
  void drawsAnewWhenEndpointsComeAndGo() {
    Candidate[] all = Candidates.weighing(7, 2, 1);
    LoadBalancer strategy = strategy(6);
    Candidates.shares(strategy, all, 10);

    long[] shares = Candidates.shares(strategy, Candidates.without(all[0], all), REQUESTS);

    assertThat(Statistics.chiSquared(shares, 2, 1)).isLessThan(Statistics.chiSquaredBound(2));
  }

  private static LoadBalancer strategy(long seed) {
    return new PowerOfTwoLoadBalancer(new WarmUp(SlowStart.NONE, () -> 0), new Random(seed));
  }
}
