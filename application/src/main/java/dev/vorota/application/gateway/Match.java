package dev.vorota.application.gateway;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.routing.RouteEntry;
import dev.vorota.problem.Problem;
import dev.vorota.problem.Violation;
import java.util.List;

/** Finds the route. */
final class Match implements Step {

  private static final Outcome NO_ROUTE =
      new Outcome.Answer(
          Response.of(Problem.of("no-route", 404, "No route", "No route takes this request.")));

  @Override
  public Outcome take(Exchange exchange) {
    RouteEntry found = exchange.config().routes().find(exchange);
    if (found == null) {
      return missing(exchange.config().routes().methodsFor(exchange), exchange);
    }
    exchange.entry(found);
    return Outcome.Pass.PASS;
  }

  private static Outcome missing(List<String> methods, Exchange exchange) {
    if (methods.isEmpty()) {
      return NO_ROUTE;
    }
    String allowed = String.join(", ", methods);
    return new Outcome.Answer(
        Response.of(
            new Problem(
                "method-not-allowed",
                405,
                "Method not allowed",
                "At this path the method must be one of " + allowed + ".",
                List.of(new Violation("method", exchange.request().method(), allowed))),
            new Header("allow", allowed)));
  }
}
