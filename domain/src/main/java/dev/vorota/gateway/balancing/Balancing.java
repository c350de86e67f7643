package dev.vorota.gateway.balancing;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** How the endpoints of an upstream share its requests. */
public sealed interface Balancing {

  /** What holds where nothing is configured. */
  static Balancing usual() {
    return new PowerOfTwo(SlowStart.NONE);
  }

  /**
   * What chooses for one event loop.
   *
   * @param nanoClock the clock of the endpoints' health
   */
  LoadBalancer strategy(RandomGenerator random, LongSupplier nanoClock);

  /** Whether an endpoint of twice the weight gets twice the requests. */
  default boolean knowsWeights() {
    return true;
  }

  /** Whether an endpoint that is new or back gets less than its share for a while. */
  default boolean startsSlowly() {
    return false;
  }

  /** In turn, all alike. */
  record RoundRobin() implements Balancing {

    @Override
    public LoadBalancer strategy(RandomGenerator random, LongSupplier nanoClock) {
      return new RoundRobinLoadBalancer(random.nextInt());
    }

    @Override
    public boolean knowsWeights() {
      return false;
    }

    @Override
    public String toString() {
      return "round_robin";
    }
  }

  /** In turn, the heavier ones more often, each one's turns spread evenly. */
  record Weighted(SlowStart slowStart) implements Balancing {

    @Override
    public LoadBalancer strategy(RandomGenerator random, LongSupplier nanoClock) {
      return new WeightedLoadBalancer(new WarmUp(slowStart, nanoClock), random.nextInt());
    }

    @Override
    public boolean startsSlowly() {
      return slowStart.isOn();
    }

    @Override
    public String toString() {
      return "weighted" + slowStart;
    }
  }

  /** Of two that are drawn by their weights, the one with less to do. */
  record PowerOfTwo(SlowStart slowStart) implements Balancing {

    @Override
    public LoadBalancer strategy(RandomGenerator random, LongSupplier nanoClock) {
      return new PowerOfTwoLoadBalancer(new WarmUp(slowStart, nanoClock), random);
    }

    @Override
    public boolean startsSlowly() {
      return slowStart.isOn();
    }

    @Override
    public String toString() {
      return "power_of_two" + slowStart;
    }
  }

  /** The one with the least to do for its weight. */
  record LeastRequest(SlowStart slowStart) implements Balancing {

    @Override
    public LoadBalancer strategy(RandomGenerator random, LongSupplier nanoClock) {
      return new LeastRequestLoadBalancer(new WarmUp(slowStart, nanoClock), random.nextInt());
    }

    @Override
    public boolean startsSlowly() {
      return slowStart.isOn();
    }

    @Override
    public String toString() {
      return "least_request" + slowStart;
    }
  }

  /**
   * The same one for requests with the same key, unless it has too much to do.
   *
   * @param mostLoad how many exchanges an endpoint may have under way, in percent of its share of
   *     all, from 100 to 10,000
   * @param otherwise what chooses for requests without the key
   */
  record Hash(HashKey key, int mostLoad, Balancing otherwise) implements Balancing {

    /** The load that holds where nothing is configured, in percent. */
    public static final int USUAL_LOAD = 150;

    /** What {@code mostLoad} may be at most: so much that it hardly ever counts. */
    public static final int MOST_LOAD = 10_000;

    public Hash {
      if (mostLoad < 100 || mostLoad > MOST_LOAD) {
        throw new IllegalArgumentException(
            "mostLoad must be from 100 to " + MOST_LOAD + " percent: " + mostLoad + ".");
      }
    }

    @Override
    public LoadBalancer strategy(RandomGenerator random, LongSupplier nanoClock) {
      return new HashLoadBalancer(key, mostLoad, otherwise.strategy(random, nanoClock));
    }

    @Override
    public boolean knowsWeights() {
      return otherwise.knowsWeights();
    }

    @Override
    public String toString() {
      return "hash of "
          + key
          + ", up to "
          + mostLoad
          + " % of the usual load"
          + (key.isAlwaysThere() ? "" : "; without it " + otherwise);
    }
  }

  /**
   * The one that a cookie of the client names; where there is none, as another strategy chooses.
   *
   * @param over the other strategy, which is not sticky itself
   */
  record Sticky(StickyCookie cookie, Balancing over) implements Balancing {

    public Sticky {
      if (over instanceof Sticky) {
        throw new IllegalArgumentException("over must not be sticky itself: " + over + ".");
      }
    }

    @Override
    public LoadBalancer strategy(RandomGenerator random, LongSupplier nanoClock) {
      return new StickyLoadBalancer(cookie, over.strategy(random, nanoClock));
    }

    @Override
    public boolean knowsWeights() {
      return over.knowsWeights();
    }

    @Override
    public boolean startsSlowly() {
      return over.startsSlowly();
    }

    @Override
    public String toString() {
      return "sticky by cookie " + cookie.name() + "; without it " + over;
    }
  }
}
