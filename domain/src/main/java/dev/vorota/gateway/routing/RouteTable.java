package dev.vorota.gateway.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of routes that finds the one for a path: an exact one before a prefix, a longer
 * prefix before a shorter. The cost depends on the number of the path's segments, not of routes.
 */
public final class RouteTable {

  private final Map<String, Route> exact;
  private final Map<String, Route> prefixes;

  private RouteTable(Map<String, Route> exact, Map<String, Route> prefixes) {
    this.exact = Map.copyOf(exact);
    this.prefixes = Map.copyOf(prefixes);
  }

  /**
   * @throws IllegalArgumentException if two routes take the same paths or bear the same id
   */
  public static RouteTable of(List<Route> routes) {
    Map<String, Route> ids = new HashMap<>();
    Map<String, Route> exact = new HashMap<>();
    Map<String, Route> prefixes = new HashMap<>();
    for (Route route : routes) {
      requireNew(ids.put(route.id(), route), route);
      switch (route.path()) {
        case PathPredicate.Exact(String path) -> requireNew(exact.put(path, route), route);
        case PathPredicate.Prefix(String path) -> requireNew(prefixes.put(path, route), route);
      }
    }
    return new RouteTable(exact, prefixes);
  }

  /** The route for a path, or empty where none takes it. */
  public Optional<Route> find(String path) {
    Route route = exact.get(path);
    int end = path.length();
    while (route == null && end > 0) {
      route = prefixes.get(path.substring(0, end));
      end = path.lastIndexOf('/', end - 1);
    }
    return Optional.ofNullable(route == null ? prefixes.get("/") : route);
  }

  private static void requireNew(@Nullable Route other, Route route) {
    if (other != null) {
      throw new IllegalArgumentException(
          "routes must differ in id and path: " + other + " and " + route + ".");
    }
  }
}
