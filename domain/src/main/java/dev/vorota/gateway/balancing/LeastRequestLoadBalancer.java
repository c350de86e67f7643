package dev.vorota.gateway.balancing;

import dev.vorota.gateway.http.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * Takes the endpoint with the least to do for its weight; among equals the one that has got least
 * of what its weight entitles it to. One that is still warming up may be idle all the time: it is
 * taken only as far as its part of the weight entitles it, else all requests would run to it.
 */
final class LeastRequestLoadBalancer implements LoadBalancer {

  private final WarmUp warmUp;
  private final int start;
  private long most = Long.MAX_VALUE;

  /**
   * @param start who comes first among equals, so that the loops do not all begin with the same
   *     endpoint
   */
  LeastRequestLoadBalancer(WarmUp warmUp, int start) {
    this.warmUp = warmUp;
    this.start = start;
  }

  @Override
  public Candidate choose(Candidate[] from, Arrival arrival) {
    warmUp.look(from);
    int at = Math.floorMod(start, from.length);
    Candidate best = null;
    long total = 0;
    for (int i = 0; i < from.length; i++) {
      Candidate candidate = from[at];
      int share = warmUp.share(candidate);
      total += share;
      // Bounded, so that one that was slow for long is not made up to for as long.
      candidate.credit(Math.clamp(candidate.credit() + share, -most, most));
      boolean waits = candidate.credit() <= 0 && warmUp.holdsBack(candidate);
      if (!waits && isBetter(candidate, best)) {
        best = candidate;
      }
      at = at + 1 == from.length ? 0 : at + 1;
    }
    most = 2 * total;
    Candidate chosen = best == null ? from[at] : best;
    chosen.credit(chosen.credit() - total);
    return chosen;
  }

  private static boolean isBetter(Candidate candidate, @Nullable Candidate best) {
    if (best == null) {
      return true;
    }
    long load = candidate.active() * (long) best.weight();
    long least = best.active() * (long) candidate.weight();
    return load < least || (load == least && candidate.credit() > best.credit());
  }
}
