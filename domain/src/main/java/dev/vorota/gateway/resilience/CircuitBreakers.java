package dev.vorota.gateway.resilience;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The breakers of the routes that have one. All event loops share them. */
public final class CircuitBreakers {

  private final LongSupplier nanoClock;
  private final Map<String, CircuitBreaker> byRoute = new ConcurrentHashMap<>();

  public CircuitBreakers(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /**
   * The breaker of a route. Where the policy is another one than before, it begins anew.
   *
   * @param route its id
   */
  public CircuitBreaker of(String route, BreakerPolicy policy) {
    return byRoute.compute(
        route,
        (_, known) ->
            known != null && known.policy().equals(policy)
                ? known
                : new CircuitBreaker(policy, nanoClock));
  }

  /** Those that were asked for, by the ids of their routes. */
  public Map<String, CircuitBreaker> all() {
    return new TreeMap<>(byRoute);
  }
}
