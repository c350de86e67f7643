package dev.vorota.adapters.out.gateway.metrics;

import dev.vorota.gateway.record.ExchangeRecord;
import dev.vorota.gateway.record.ExchangeRecorder;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts exchanges. As Prometheus shows the meters:
 *
 * <ul>
 *   <li>{@code gateway_request_total{route,method,status}}
 *   <li>{@code gateway_request_duration_seconds{route}}, a histogram without WebSockets
 *   <li>{@code gateway_user_request_total{user}} and {@code gateway_user_path_total{user,route}}
 *   <li>{@code gateway_rate_limit_blocked_total{limit,route}}
 * </ul>
 *
 * Each label is bounded: routes and limits by the configuration, methods and statuses by the
 * standard, users by {@code maxUsers}. What is beyond counts as {@code other}.
 */
public final class MeteringRecorder implements ExchangeRecorder {

  /** A default for {@code maxUsers}. */
  public static final int DEFAULT_MAX_USERS = 1_000;

  private final RouteMeters routes;
  private final UserMeters users;
  private final BlockedMeters blocked;

  /**
   * @param maxUsers how many users have a label of their own; first come, first served
   * @throws IllegalArgumentException if {@code maxUsers} is negative
   */
  public MeteringRecorder(MeterRegistry registry, int maxUsers) {
    if (maxUsers < 0) {
      throw new IllegalArgumentException("maxUsers must not be negative: " + maxUsers + ".");
    }
    this.routes = new RouteMeters(registry);
    this.users = new UserMeters(registry, maxUsers);
    this.blocked = new BlockedMeters(registry);
  }

  @Override
  public void record(ExchangeRecord exchange) {
    routes.record(exchange);
    if (exchange.user() != null) {
      users.record(exchange.user(), exchange.route());
    }
    if (exchange.limitedBy() != null) {
      blocked.record(exchange.limitedBy(), exchange.route());
    }
  }
}
