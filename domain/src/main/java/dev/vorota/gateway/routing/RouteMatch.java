package dev.vorota.gateway.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * Which requests a route takes: those with one of its hosts, one of its paths, and all else that it
 * asks for.
 *
 * @param hosts none for every host
 * @param paths at least one
 */
public record RouteMatch(
    List<HostPattern> hosts, List<PathPattern> paths, List<RequestPredicate> predicates) {

  public RouteMatch {
    hosts = List.copyOf(hosts);
    paths = List.copyOf(paths);
    predicates = List.copyOf(predicates);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("paths must not be empty.");
    }
  }

  /** A match by paths alone. */
  public static RouteMatch path(String... patterns) {
    List<PathPattern> paths = new ArrayList<>();
    for (String pattern : patterns) {
      paths.add(PathPattern.parse(pattern));
    }
    return new RouteMatch(List.of(), paths, List.of());
  }

  /** The same as one list, host and path first. */
  List<RequestPredicate> all() {
    List<RequestPredicate> all = new ArrayList<>();
    if (!hosts.isEmpty()) {
      all.add(new RequestPredicate.Host(hosts));
    }
    all.add(new RequestPredicate.Path(paths));
    all.addAll(predicates);
    return all;
  }
}
