package dev.vorota.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.ratelimit.RateLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RouteTableTest {

  @Test
  void prefersTheExactRouteThenTheLongestPrefix() {
    RouteTable table =
        RouteTable.of(
            List.of(
                prefix("/"), prefix("/service"), prefix("/service/api"), exact("/service/api/me")));

    assertThat(idOf(table, "/service/api/me")).isEqualTo("exact /service/api/me");
    assertThat(idOf(table, "/service/api/me/")).isEqualTo("prefix /service/api");
    assertThat(idOf(table, "/service/apis")).isEqualTo("prefix /service");
    assertThat(idOf(table, "/services")).isEqualTo("prefix /");
    assertThat(idOf(table, "/SERVICE")).isEqualTo("prefix /");
  }

  @Test
  void findsNothingWhereNoRouteTakesThePath() {
    assertThat(RouteTable.of(List.of(exact("/a"), prefix("/b"))).find("/ab")).isEmpty();
  }

  @Test
  void refusesRoutesThatCantBeToldApart() {
    assertThatThrownBy(() -> RouteTable.of(List.of(exact("/a"), exact("/a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/a");
  }

  @Property
  void findsWhatAScanOverAllRoutesFinds(
      @ForAll("paths") List<String> exacts,
      @ForAll("paths") List<String> prefixes,
      @ForAll("path") String path) {
    List<Route> routes = new ArrayList<>();
    exacts.forEach(each -> routes.add(exact(each)));
    prefixes.forEach(each -> routes.add(prefix(each)));

    assertThat(RouteTable.of(routes).find(path)).isEqualTo(scan(routes, path));
  }

  @Provide
  Arbitrary<String> path() {
    return Arbitraries.of("a", "b", "ab")
        .list()
        .ofMaxSize(4)
        .map(all -> "/" + String.join("/", all));
  }

  @Provide
  Arbitrary<List<String>> paths() {
    return path().list().uniqueElements().ofMaxSize(8);
  }

  private static Optional<Route> scan(List<Route> routes, String path) {
    return routes.stream()
        .filter(route -> takes(route.path(), path))
        .max(
            Comparator.<Route, Boolean>comparing(
                    route -> route.path() instanceof PathPredicate.Exact)
                .thenComparing(route -> route.id().length()));
  }

  private static boolean takes(PathPredicate predicate, String path) {
    return switch (predicate) {
      case PathPredicate.Exact(var exact) -> exact.equals(path);
      case PathPredicate.Prefix(var prefix) ->
          prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + "/");
    };
  }

  private static String idOf(RouteTable table, String path) {
    return table.find(path).orElseThrow().id();
  }

  private static Route exact(String path) {
    return route("exact " + path, new PathPredicate.Exact(path));
  }

  private static Route prefix(String path) {
    return route("prefix " + path, new PathPredicate.Prefix(path));
  }

  private static Route route(String id, PathPredicate path) {
    return new Route(
        id,
        path,
        new Access.Public(),
        new LimitProfile(new RateLimit("any", 1, 1), LimitProfile.Key.CLIENT_ADDRESS),
        new Action.Respond(new Response(204, List.of(), new byte[0])));
  }
}
