package dev.vorota.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundRobinLoadBalancerTest {

  @Test
  void takesEachEndpointInTurn() {
    Endpoint first = new Endpoint("127.0.0.1", 1);
    Endpoint second = new Endpoint("127.0.0.1", 2);
    Upstream upstream = new Upstream("two", List.of(first, second));
    LoadBalancer balancer = new RoundRobinLoadBalancer();

    assertThat(Stream.generate(() -> balancer.choose(upstream)).limit(4))
        .containsExactly(first, second, first, second);
  }
}
