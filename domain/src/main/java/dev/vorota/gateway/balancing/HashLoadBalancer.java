package dev.vorota.gateway.balancing;

import dev.vorota.gateway.http.Arrival;

/**
 * Takes the same endpoint for the same key, as long as that one has no more than its bound to do.
 *
 * <p>Each endpoint has a draw for each key, and the best draw wins: highest random weight (Thaler
 * and Ravishankar, Using Name-Based Mappings to Increase Hit Rates, 1998). When an endpoint goes,
 * its keys move and no others do, and they move to all the others alike; there is nothing to build
 * when endpoints come and go. A draw is what an exponential clock shows whose rate is the weight,
 * so that the shares are as the weights.
 *
 * <p>No endpoint gets more than a multiple of its share of what is under way (Mirrokni, Thorup and
 * Zadimoghaddam, Consistent Hashing with Bounded Loads, 2018). Where the first has reached its
 * bound, the key's next draw counts.
 */
final class HashLoadBalancer implements LoadBalancer {

  /** So few exchanges are no load: a key whose requests come at once stays where it is. */
  static final int FREE = 8;

  private static final long PERCENT = 100;
  private static final double UNIT = 0x1p-53;

  private final HashKey key;
  private final int mostLoad;
  private final LoadBalancer otherwise;

  /**
   * @param mostLoad in percent of an endpoint's share
   * @param otherwise chooses for requests without the key
   */
  HashLoadBalancer(HashKey key, int mostLoad, LoadBalancer otherwise) {
    this.key = key;
    this.mostLoad = mostLoad;
    this.otherwise = otherwise;
  }

  @Override
  public Candidate choose(Candidate[] from, Arrival arrival) {
    long fingerprint = key.of(arrival);
    if (fingerprint == HashKey.ABSENT) {
      return otherwise.choose(from, arrival);
    }
    long active = 1;
    long weights = 0;
    for (Candidate candidate : from) {
      active += candidate.active();
      weights += candidate.weight();
    }
    Candidate first = best(from, fingerprint, Long.MAX_VALUE, weights);
    return isFree(first, active, weights) ? first : best(from, fingerprint, active, weights);
  }

  /**
   * The best draw among those that are free.
   *
   * @param active what is under way, the new exchange included; with {@link Long#MAX_VALUE}
   *     everyone is free
   */
  private Candidate best(Candidate[] from, long fingerprint, long active, long weights) {
    Candidate best = from[0];
    double least = Double.POSITIVE_INFINITY;
    for (Candidate candidate : from) {
      double chance = ((Fingerprint.mix(fingerprint ^ candidate.seed()) >>> 11) + 1) * UNIT;
      // As -ln(x) is 1 - x or more, the logarithm is needed for the few only that may be better.
      if (1 - chance < least * candidate.weight()
          && (active == Long.MAX_VALUE || isFree(candidate, active, weights))) {
        double draw = -Math.log(chance) / candidate.weight();
        if (draw < least) {
          least = draw;
          best = candidate;
        }
      }
    }
    return best;
  }

  private boolean isFree(Candidate candidate, long active, long weights) {
    return candidate.active() < FREE
        || candidate.active() * PERCENT * weights < mostLoad * active * candidate.weight();
  }
}
