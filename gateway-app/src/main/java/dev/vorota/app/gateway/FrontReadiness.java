package dev.vorota.app.gateway;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The gateway is ready once its front listener takes requests. */
@Readiness
final class FrontReadiness implements HealthCheck {

  private final GatewayLifecycle lifecycle;

  FrontReadiness(GatewayLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("front-listener").status(lifecycle.isListening()).build();
  }
}
