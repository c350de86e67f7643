package dev.vorota.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The table against a plain scan over all routes. */
class RouteTableModelTest {

  private record Declared(int priority, String host, String path, String method) {

    Route route(int number) {
      return method.isEmpty()
          ? TestRoute.of("route-" + number, priority, host, path)
          : TestRoute.of(
              "route-" + number, priority, host, path, new RequestPredicate.Method(Set.of(method)));
    }
  }

  @Property(tries = 3_000)
  void findsWhatAScanFinds(
      @ForAll("declarations") List<Declared> declarations,
      @ForAll("arrivals") TestArrival arrival) {
    List<Route> routes = new ArrayList<>();
    for (Declared declared : declarations) {
      routes.add(declared.route(routes.size()));
    }

    RouteEntry found = RouteTable.of(routes).find(arrival);

    assertThat(found == null ? null : found.route().id()).isEqualTo(scan(routes, arrival));
  }

  private static @Nullable String scan(List<Route> routes, TestArrival arrival) {
    Route best = null;
    for (Route route : routes) {
      if (RouteVerdict.of(route, arrival).obstacle() == null
          && (best == null || before(route, best))) {
        best = route;
      }
    }
    return best == null ? null : best.id();
  }

  private static boolean before(Route route, Route other) {
    if (route.priority() != other.priority()) {
      return route.priority() > other.priority();
    }
    int host = hostWeight(route) - hostWeight(other);
    if (host != 0) {
      return host > 0;
    }
    List<PathPattern.Segment> left = pattern(route).segments();
    List<PathPattern.Segment> right = pattern(other).segments();
    if (pattern(route).isExact() != pattern(other).isExact()) {
      return pattern(route).isExact();
    }
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      int difference = weight(pattern(route), i) - weight(pattern(other), i);
      if (difference != 0) {
        return difference > 0;
      }
    }
    return !pattern(route).isOpen() && pattern(other).isOpen();
  }

  private static int weight(PathPattern pattern, int segment) {
    if (segment >= pattern.segments().size()) {
      return pattern.isOpen() ? 0 : 3;
    }
    return pattern.segments().get(segment) instanceof PathPattern.Segment.Literal ? 2 : 1;
  }

  private static int hostWeight(Route route) {
    if (route.match().hosts().isEmpty()) {
      return 0;
    }
    HostPattern host = route.match().hosts().get(0);
    return host.wildcard() ? host.name().length() : 1_000;
  }

  private static PathPattern pattern(Route route) {
    return route.match().paths().get(0);
  }

  @Provide
  Arbitrary<List<Declared>> declarations() {
    Arbitrary<String> path =
        Arbitraries.of("a", "b", "ab", "{x}", "*")
            .list()
            .ofMaxSize(3)
            .flatMap(
                parts ->
                    Arbitraries.of("", "/", "/**", "/{*rest}").map(end -> joined(parts) + end));
    return Combinators.combine(
            Arbitraries.of(0, 0, 0, 1, -1),
            Arbitraries.of("", "", "h.x", "*.x", "*.h.x"),
            path.map(text -> text.isEmpty() ? "/" : unique(text)),
            Arbitraries.of("", "", "GET", "POST"))
        .as(Declared::new)
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<TestArrival> arrivals() {
    return Combinators.combine(
            Arbitraries.of("GET", "POST"),
            Arbitraries.of("a", "b", "ab", "c").list().ofMaxSize(4),
            Arbitraries.of("", "/"),
            Arbitraries.of("h.x", "H.X:80", "y.h.x", "x", "z.x"))
        .as(
            (method, parts, end, host) -> {
              String path = joined(parts) + end;
              return TestArrival.of(method + " " + (path.isEmpty() ? "/" : path), "host: " + host);
            });
  }

  private static String joined(List<String> parts) {
    return parts.isEmpty() ? "" : "/" + String.join("/", parts);
  }

  /** Gives each variable a name of its own. */
  private static String unique(String path) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (String part : path.split("(?=\\{x\\})", -1)) {
      text.append(part.replace("{x}", "{x" + number++ + "}"));
    }
    return text.toString();
  }
}
