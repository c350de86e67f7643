package dev.vorota.gateway.balancing;

import dev.vorota.gateway.http.Arrival;

/**
 * Takes the endpoints in turn, the heavier ones more often, and never one many times on end where
 * others could come between: smooth weighted round robin, as nginx does it. Before each choice
 * everyone's credit grows by its share; who has most is taken and pays what all were given.
 */
final class WeightedLoadBalancer implements LoadBalancer {

  private final WarmUp warmUp;
  private final int start;
  private Candidate[] known = {};

  /**
   * @param start who comes first among equals, so that the loops do not all begin with the same
   *     endpoint
   */
  WeightedLoadBalancer(WarmUp warmUp, int start) {
    this.warmUp = warmUp;
    this.start = start;
  }

  @Override
  public Candidate choose(Candidate[] from, Arrival arrival) {
    warmUp.look(from);
    if (from != known) {
      known = from;
      level(from);
    }
    int at = Math.floorMod(start, from.length);
    Candidate best = from[at];
    long total = 0;
    for (int i = 0; i < from.length; i++) {
      Candidate candidate = from[at];
      int share = warmUp.share(candidate);
      candidate.credit(candidate.credit() + share);
      total += share;
      if (candidate.credit() > best.credit()) {
        best = candidate;
      }
      at = at + 1 == from.length ? 0 : at + 1;
    }
    best.credit(best.credit() - total);
    return best;
  }

  /** Who left has taken credit or debt along; without it who is new would begin unlike others. */
  private static void level(Candidate[] from) {
    long sum = 0;
    for (Candidate candidate : from) {
      sum += candidate.credit();
    }
    long mean = sum / from.length;
    for (Candidate candidate : from) {
      candidate.credit(candidate.credit() - mean);
    }
  }
}
