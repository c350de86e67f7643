package dev.vorota.gateway.routing;

import dev.vorota.gateway.http.Arrival;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way into a route: one of its hosts with one of its paths.
 *
 * @param host null for every host
 */
public record RouteEntry(Route route, @Nullable HostPattern host, PathPattern path) {

  /**
   * Which entry is taken where several could be: the higher priority, then the host that says more,
   * then the path that says more; then the order in which they were declared.
   */
  static final Comparator<RouteEntry> FIRST_TAKEN =
      Comparator.<RouteEntry>comparingInt(entry -> -entry.route.priority())
          .thenComparingInt(RouteEntry::hostRank)
          .thenComparing(entry -> entry.path.rank());

  private int hostRank() {
    if (host == null) {
      return 0;
    }
    return host.wildcard() ? -host.name().length() : Integer.MIN_VALUE;
  }

  /** Whether the request is all that the route asks for beside host and path. */
  boolean takes(Arrival arrival) {
    var predicates = route.match().predicates();
    for (int i = 0; i < predicates.size(); i++) {
      if (!predicates.get(i).test(arrival)) {
        return false;
      }
    }
    return true;
  }

  /** The methods with which the request would be taken, where it lacks nothing else. */
  List<String> methodsFor(Arrival arrival) {
    List<String> methods = new ArrayList<>();
    for (RequestPredicate predicate : route.match().predicates()) {
      if (predicate instanceof RequestPredicate.Method(var named)) {
        methods.addAll(named);
      } else if (!predicate.test(arrival)) {
        return List.of();
      }
    }
    return methods;
  }

  /** Which requests the host and the path cover, as text: equal for entries that cover the same. */
  String ground() {
    return (host == null ? "" : host) + path.ground();
  }
}
