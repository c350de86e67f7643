package dev.vorota.gateway.routing;

import dev.vorota.gateway.http.Arrival;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of routes that finds the one for a request. Host and path are looked up in an
 * index, so the cost depends on the number of the path's segments and of the routes that share a
 * path, not on that of all routes.
 */
public final class RouteTable {

  private final List<Route> routes;
  private final RouteEntry[] entries;
  private final PathIndex everyHost;
  private final Map<String, PathIndex> hosts;
  private final Map<String, PathIndex> wildcards;
  private final int longestWildcard;

  private RouteTable(List<Route> routes, RouteEntry[] entries) {
    this.routes = routes;
    this.entries = entries;
    PathIndex.Builder every = new PathIndex.Builder();
    Map<String, PathIndex.Builder> named = new HashMap<>();
    Map<String, PathIndex.Builder> below = new HashMap<>();
    for (int rank = 0; rank < entries.length; rank++) {
      HostPattern host = entries[rank].host();
      PathIndex.Builder index =
          host == null
              ? every
              : (host.wildcard() ? below : named)
                  .computeIfAbsent(host.name(), _ -> new PathIndex.Builder());
      index.add(entries[rank].path(), rank);
    }
    this.everyHost = every.build();
    this.hosts = built(named);
    this.wildcards = built(below);
    this.longestWildcard = below.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /**
   * @param routes in the order in which they were declared
   * @throws IllegalArgumentException if two of them bear the same id
   */
  public static RouteTable of(List<Route> routes) {
    Set<String> ids = new HashSet<>();
    List<RouteEntry> entries = new ArrayList<>();
    for (Route route : routes) {
      if (!ids.add(route.id())) {
        throw new IllegalArgumentException("routes must differ in id: " + route.id() + ".");
      }
      for (PathPattern path : route.match().paths()) {
        if (route.match().hosts().isEmpty()) {
          entries.add(new RouteEntry(route, null, path));
        }
        for (HostPattern host : route.match().hosts()) {
          entries.add(new RouteEntry(route, host, path));
        }
      }
    }
    entries.sort(RouteEntry.FIRST_TAKEN);
    return new RouteTable(List.copyOf(routes), entries.toArray(RouteEntry[]::new));
  }

  /** The routes in the order in which they were declared. */
  public List<Route> routes() {
    return routes;
  }

  /** The way in that a request takes, or null where there is none. */
  public @Nullable RouteEntry find(Arrival arrival) {
    FirstTaken scan = new FirstTaken(entries, arrival);
    scan(arrival, scan);
    return scan.entry();
  }

  /** The methods with which the request would find a route, in order; none where no path fits. */
  public List<String> methodsFor(Arrival arrival) {
    Set<String> methods = new TreeSet<>();
    scan(
        arrival,
        ranks -> {
          for (int rank : ranks) {
            methods.addAll(entries[rank].methodsFor(arrival));
          }
        });
    return List.copyOf(methods);
  }

  /** What each route says of a request, in the order in which they were declared. */
  public List<RouteVerdict> explain(Arrival arrival) {
    return routes.stream().map(route -> RouteVerdict.of(route, arrival)).toList();
  }

  /**
   * The routes that no request can find, each with the one that takes all of its requests: with the
   * same hosts and paths, more priority or declared before, and no further predicate.
   */
  public Map<Route, Route> unreachable() {
    Map<Route, Route> hidden = new LinkedHashMap<>();
    Set<Route> reachable = new HashSet<>();
    Map<String, Route> takers = new HashMap<>();
    for (RouteEntry entry : entries) {
      Route taker = takers.get(entry.ground());
      if (taker == null || taker.id().equals(entry.route().id())) {
        reachable.add(entry.route());
      } else {
        hidden.put(entry.route(), taker);
      }
      if (taker == null && entry.route().match().predicates().isEmpty()) {
        takers.put(entry.ground(), entry.route());
      }
    }
    hidden.keySet().removeAll(reachable);
    return hidden;
  }

  /** Offers the ways in whose host and path fit, in no order. */
  private void scan(Arrival arrival, PathIndex.Scan scan) {
    if (!hosts.isEmpty() || !wildcards.isEmpty()) {
      String host = HostPattern.hostIn(arrival.request().authority());
      if (host != null) {
        scanNamed(host, arrival.path(), scan);
      }
    }
    everyHost.scan(arrival.path(), scan);
  }

  private void scanNamed(String host, String path, PathIndex.Scan scan) {
    PathIndex index = hosts.get(host);
    if (index != null) {
      index.scan(path, scan);
    }
    // A client may send a name of any length: what is longer than every wildcard is passed over.
    int dot = host.indexOf('.', Math.max(1, host.length() - longestWildcard));
    while (dot > 0) {
      PathIndex below = wildcards.get(host.substring(dot));
      if (below != null) {
        below.scan(path, scan);
      }
      dot = host.indexOf('.', dot + 1);
    }
  }

  private static Map<String, PathIndex> built(Map<String, PathIndex.Builder> builders) {
    Map<String, PathIndex> built = new HashMap<>();
    builders.forEach((host, builder) -> built.put(host, builder.build()));
    return Map.copyOf(built);
  }

  /** Keeps the lowest rank whose entry takes the request. */
  private static final class FirstTaken implements PathIndex.Scan {

    private final RouteEntry[] entries;
    private final Arrival arrival;
    private int best;

    FirstTaken(RouteEntry[] entries, Arrival arrival) {
      this.entries = entries;
      this.arrival = arrival;
      this.best = entries.length;
    }

    @Override
    public boolean wants(int rank) {
      return rank < best;
    }

    @Override
    public void offer(int[] ranks) {
      for (int i = 0; i < ranks.length && ranks[i] < best; i++) {
        if (entries[ranks[i]].takes(arrival)) {
          best = ranks[i];
        }
      }
    }

    @Nullable RouteEntry entry() {
      return best == entries.length ? null : entries[best];
    }
  }
}
