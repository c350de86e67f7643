package dev.vorota.adapters.out.upstream.http.admission;

import dev.vorota.gateway.resilience.BreakerPolicy;
import dev.vorota.gateway.resilience.CircuitBreaker;
import dev.vorota.gateway.resilience.CircuitBreakers;
import dev.vorota.gateway.resilience.ConcurrencyLimit;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.upstream.LiveUpstreams;
import org.jspecify.annotations.Nullable;

/**
 * What the exchanges of a route have to pass.
 *
 * @param action of the route
 * @param breaker of the route, or null where it has none
 * @param limit of the upstream, or null where it has none
 */
record Conditions(
    Action.Forward action, @Nullable CircuitBreaker breaker, @Nullable ConcurrencyLimit limit) {

  static Conditions of(
      String route, Action.Forward action, CircuitBreakers breakers, LiveUpstreams live) {
    BreakerPolicy policy = action.policy().breaker();
    return new Conditions(
        action,
        policy == null ? null : breakers.of(route, policy),
        live.of(action.upstream()).concurrency());
  }

  /** Whether they are those of an action, rather than of one that another configuration had. */
  @SuppressWarnings("ReferenceEquality") // a deep comparison for each exchange would cost more
  boolean areOf(Action.Forward other) {
    return action == other;
  }
}
