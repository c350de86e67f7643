package dev.vorota.application.gateway;

import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.routing.RouteRepository;
import dev.vorota.problem.Problem;

/** Finds the route. */
final class Match implements Step {

  private static final Outcome NO_ROUTE =
      new Outcome.Answer(
          Response.of(Problem.of("no-route", 404, "No route", "No route takes this path.")));

  private final RouteRepository routes;

  Match(RouteRepository routes) {
    this.routes = routes;
  }

  @Override
  public Outcome take(Exchange exchange) {
    var route = routes.current().find(exchange.request().path());
    if (route.isEmpty()) {
      return NO_ROUTE;
    }
    exchange.route(route.get());
    return Outcome.Pass.PASS;
  }
}
