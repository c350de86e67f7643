package dev.vorota.application.gateway;

import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.upstream.LoadBalancer;
import java.util.Objects;

/** Does what the route is for: answers, or chooses the endpoint that will. */
final class Act implements Step {

  private final LoadBalancer balancer;

  Act(LoadBalancer balancer) {
    this.balancer = balancer;
  }

  @Override
  public Outcome take(Exchange exchange) {
    return switch (Objects.requireNonNull(exchange.route()).action()) {
      case Action.Respond(var response) -> new Outcome.Answer(response);
      case Action.Serve(var files) -> new Outcome.Answer(files.answer(exchange.request()));
      case Action.Forward forward ->
          new Outcome.Forward(forward, balancer.choose(forward.upstream()));
    };
  }
}
