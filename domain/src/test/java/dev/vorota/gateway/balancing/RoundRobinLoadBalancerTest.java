package dev.vorota.gateway.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundRobinLoadBalancerTest {

  @Test
  void takesOneAfterTheOther() {
    assertThat(Candidates.turns(new RoundRobinLoadBalancer(0), Candidates.weighing(9, 1, 1), 7))
        .isEqualTo("abcabca");
  }

  @Test
  void goesOnWhenItHasCountedToTheEnd() {
    LoadBalancer strategy = new RoundRobinLoadBalancer(Integer.MAX_VALUE - 2);

    assertThat(Candidates.shares(strategy, Candidates.alike(4), 400))
        .containsExactly(100, 100, 100, 100);
  }
}
