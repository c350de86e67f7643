package dev.vorota.gateway.routing;

import dev.vorota.gateway.http.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * What a route says of a request.
 *
 * @param obstacle the first of its predicates that does not hold, or null where the route could
 *     take the request
 */
public record RouteVerdict(Route route, @Nullable RequestPredicate obstacle) {

  static RouteVerdict of(Route route, Arrival arrival) {
    for (RequestPredicate predicate : route.match().all()) {
      if (!predicate.test(arrival)) {
        return new RouteVerdict(route, predicate);
      }
    }
    return new RouteVerdict(route, null);
  }
}
