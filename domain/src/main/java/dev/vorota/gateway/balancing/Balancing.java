package dev.vorota.gateway.balancing;

import java.util.random.RandomGenerator;

/** How the endpoints of an upstream share its requests. */
public sealed interface Balancing {

  /** What chooses for one event loop. */
  LoadBalancer strategy(RandomGenerator random);

  /** In turn. */
  record InTurn() implements Balancing {

    @Override
    public LoadBalancer strategy(RandomGenerator random) {
      return new RoundRobin(random.nextInt());
    }

    @Override
    public String toString() {
      return "round_robin";
    }
  }
}
