package dev.vorota.gateway.balancing;

import dev.vorota.gateway.http.Arrival;
import java.util.random.RandomGenerator;

/**
 * Draws two endpoints by their weights and takes the one with less to do for its weight, the first
 * where they are even. That keeps the longest queue nearly as short as asking everyone does, and
 * the loops do not all run to the same endpoint (Mitzenmacher, The Power of Two Choices in
 * Randomized Load Balancing, 2001).
 */
final class PowerOfTwoLoadBalancer implements LoadBalancer {

  /** How often is drawn again at most where an endpoint holds back. */
  private static final int MOST_DRAWS = 64;

  private static final int NOBODY = -1;

  private final WarmUp warmUp;
  private final RandomGenerator random;
  private Candidate[] known = {};
  private int[] ends = {};
  private boolean even = true;

  PowerOfTwoLoadBalancer(WarmUp warmUp, RandomGenerator random) {
    this.warmUp = warmUp;
    this.random = random;
  }

  @Override
  public Candidate choose(Candidate[] from, Arrival arrival) {
    warmUp.look(from);
    if (from != known) {
      known = from;
      learn(from);
    }
    int first = drawReady(from, NOBODY);
    Candidate one = from[first];
    Candidate other = from[drawReady(from, first)];
    long loadOfOne = one.active() * (long) warmUp.share(other);
    long loadOfOther = other.active() * (long) warmUp.share(one);
    return loadOfOther < loadOfOne ? other : one;
  }

  private int drawReady(Candidate[] from, int besides) {
    int drawn = draw(from, besides);
    for (int draws = 1; draws < MOST_DRAWS && isHeldBack(from[drawn]); draws++) {
      drawn = draw(from, besides);
    }
    return drawn;
  }

  private boolean isHeldBack(Candidate candidate) {
    int part = warmUp.part(candidate);
    return part < WarmUp.WHOLE && random.nextInt(WarmUp.WHOLE) >= part;
  }

  /**
   * The index of one that is drawn by weight.
   *
   * @param besides the index of one that is not drawn, or {@link #NOBODY}
   */
  private int draw(Candidate[] from, int besides) {
    if (even) {
      if (besides == NOBODY) {
        return random.nextInt(from.length);
      }
      int drawn = random.nextInt(from.length - 1);
      return drawn < besides ? drawn : drawn + 1;
    }
    int total = ends[from.length - 1];
    if (besides == NOBODY) {
      return at(random.nextInt(total), from.length);
    }
    int weight = from[besides].weight();
    int begin = ends[besides] - weight;
    int drawn = random.nextInt(total - weight);
    return at(drawn < begin ? drawn : drawn + weight, from.length);
  }

  /** The first whose end lies after the point. */
  private int at(int point, int count) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > point) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Lays the weights end to end. */
  private void learn(Candidate[] from) {
    if (ends.length < from.length) {
      ends = new int[from.length];
    }
    even = true;
    int end = 0;
    for (int i = 0; i < from.length; i++) {
      even &= from[i].weight() == from[0].weight();
      end += from[i].weight();
      ends[i] = end;
    }
  }
}
