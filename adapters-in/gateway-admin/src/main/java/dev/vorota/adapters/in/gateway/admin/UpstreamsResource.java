package dev.vorota.adapters.in.gateway.admin;

import dev.vorota.gateway.resilience.CircuitBreakers;
import dev.vorota.gateway.upstream.LiveUpstreams;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Shows the upstreams at {@code GET /upstreams}. */
@Singleton
final class UpstreamsResource {

  private final UpstreamsView view;

  UpstreamsResource(LiveUpstreams upstreams, CircuitBreakers breakers) {
    this.view = new UpstreamsView(upstreams, breakers, Clock.systemUTC());
  }

  void open(@Observes Router router) {
    router
        .get("/upstreams")
        .handler(
            exchange ->
                exchange
                    .response()
                    .putHeader("content-type", "application/json")
                    .putHeader("cache-control", "no-store")
                    .end(view.json().encodePrettily()));
  }
}
