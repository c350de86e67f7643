package dev.vorota.gateway.routing;

import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.ratelimit.RateLimit;
import dev.vorota.gateway.rewrite.HeaderChanges;
import java.util.List;
import java.util.stream.Stream;

/** Routes of which only the match is of interest. */
final class TestRoute {

  private TestRoute() {}

  static Route of(String id, String path, RequestPredicate... predicates) {
    return of(id, 0, "", path, predicates);
  }

  static Route of(
      String id, int priority, String host, String path, RequestPredicate... predicates) {
    return new Route(
        id,
        priority,
        new RouteMatch(
            Stream.of(host).filter(name -> !name.isEmpty()).map(HostPattern::parse).toList(),
            List.of(PathPattern.parse(path)),
            List.of(predicates)),
        new Access.Public(),
        new LimitProfile(new RateLimit("any", 1, 1), LimitProfile.Key.CLIENT_ADDRESS),
        HeaderChanges.NONE,
        new Action.Respond(new Response(204, List.of(), new byte[0])));
  }
}
