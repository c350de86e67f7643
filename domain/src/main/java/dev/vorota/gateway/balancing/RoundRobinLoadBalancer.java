package dev.vorota.gateway.balancing;

import dev.vorota.gateway.http.Arrival;

/** Takes the endpoints in turn. */
final class RoundRobinLoadBalancer implements LoadBalancer {

  private int turn;

  /**
   * @param start where to begin, so that the loops do not all begin with the same endpoint
   */
  RoundRobinLoadBalancer(int start) {
    this.turn = start;
  }

  @Override
  public Candidate choose(Candidate[] from, Arrival arrival) {
    return from[Math.floorMod(turn++, from.length)];
  }
}
