package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.resilience.RetryBudgetPolicy;
import java.util.ArrayList;
import java.util.List;

/** What an upstream may hold. */
final class UpstreamShape {

  static final Shape.Section UPSTREAM =
      GatewayShape.section("upstream", "A service behind the gateway.", UpstreamShape::keys);

  private static final Shape.Text URL =
      Shape.Text.of("an endpoint such as http://host:port or https://host");

  private static final Shape.Section ENDPOINT =
      GatewayShape.section(
          "endpoint", "An address that serves an upstream.", UpstreamShape::endpoint);

  private static final Shape.Section RETRY_BUDGET =
      GatewayShape.section(
          "retry budget",
          "How many of the requests of the last ten seconds may be sent again, so that retries do not"
              + " multiply the load of a service that fails: the larger one of the two counts.",
          UpstreamShape::retryBudget);

  private UpstreamShape() {}

  private static List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    keys.add(
        Key.required(
            "endpoints",
            new Shape.Many(new Shape.Shorthand(URL, ENDPOINT), Shape.Many.Writing.OR_ONE, 1),
            "Where it is served."));
    keys.add(TransportShape.protocol());
    keys.add(TransportShape.security());
    keys.add(TransportShape.pool());
    keys.addAll(BalanceShape.keys());
    keys.add(Key.optional("dns", DiscoveryShape.DNS, "How the addresses of endpoints are found."));
    keys.add(
        Key.optional(
            "health", HealthShape.HEALTH, "How endpoints are asked; not at all where none."));
    keys.add(
        Key.optional(
            "outliers", OutlierShape.OUTLIERS, "When endpoints are ejected; `off` for never."));
    keys.add(
        Key.optional(
            "retry_budget", RETRY_BUDGET, "How much of what it is asked for may be sent again."));
    keys.add(
        Key.optional(
            "concurrency",
            ConcurrencyShape.CONCURRENCY,
            "How much may be under way at once; as much as comes where it is absent."));
    return keys;
  }

  private static List<Key> endpoint() {
    return List.of(
        Key.required("url", URL, "Its address."),
        Key.usually(
            "weight",
            "1",
            new Shape.Whole(1, Member.MOST_WEIGHT, ""),
            "Its share of the requests beside that of the others."));
  }

  private static List<Key> retryBudget() {
    RetryBudgetPolicy usual = RetryBudgetPolicy.DEFAULTS;
    return List.of(
        Key.usually(
            "percent",
            Integer.toString(usual.percent()),
            new Shape.Whole(0, 100, "%"),
            "The share of the requests."),
        Key.usually(
            "per_second",
            Integer.toString(usual.perSecond()),
            new Shape.Whole(0, 1_000_000, "requests/s"),
            "What is always allowed, for a service that is asked seldom."));
  }
}
