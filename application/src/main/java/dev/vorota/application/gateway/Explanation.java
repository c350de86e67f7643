package dev.vorota.application.gateway;

import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Request;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.RouteEntry;
import dev.vorota.gateway.routing.RouteVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration makes of a request, told by the steps of the corridor themselves; nothing is
 * sent anywhere.
 *
 * @param arrival the request as the routes see it
 * @param refusal the answer to a request that no route is looked for, or that none takes; else null
 * @param verdicts what each route says of it, in the order in which they were declared
 * @param taken the way into the route that takes it, or null where there is none
 * @param target what becomes of the path or where the client is sent; null where neither happens
 */
public record Explanation(
    Arrival arrival,
    @Nullable Response refusal,
    List<RouteVerdict> verdicts,
    @Nullable RouteEntry taken,
    @Nullable String target) {

  public Explanation {
    verdicts = List.copyOf(verdicts);
  }

  public static Explanation of(GatewayConfig config, Request request) {
    Exchange exchange = new Exchange(request);
    exchange.config(config);
    if (new Guard().take(exchange) instanceof Outcome.Answer(var refusal)) {
      return new Explanation(exchange, refusal, List.of(), null, null);
    }
    List<RouteVerdict> verdicts = config.routes().explain(exchange);
    if (new Match().take(exchange) instanceof Outcome.Answer(var refusal)) {
      return new Explanation(exchange, refusal, verdicts, null, null);
    }
    return new Explanation(exchange, null, verdicts, exchange.entry(), target(exchange));
  }

  private static @Nullable String target(Exchange exchange) {
    return switch (exchange.entry().route().action()) {
      case Action.Forward forward -> Act.rewritten(exchange, forward.path());
      case Action.Serve serve -> Act.rewritten(exchange, serve.path());
      case Action.Redirect redirect -> Act.location(exchange, redirect);
      case Action.Respond _ -> null;
    };
  }
}
