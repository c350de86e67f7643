package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import java.util.List;
import java.util.function.Supplier;

/** What a {@code gateway.yaml} may hold. */
final class GatewayShape {

  static final Shape.Text NAME =
      new Shape.Text("a name of letters, digits, '.', '_' and '-'", "[A-Za-z0-9._-]{1,64}");

  static final Shape.Text LIMIT_NAME = Shape.Text.of("the name of a limit");

  static final Shape.Text ADDRESS =
      Shape.Text.of("an address or a block such as 10.0.0.0/8 or 2001:db8::/32");

  static final Shape.Section DOCUMENT =
      section("gateway.yaml", "All that the gateway does with requests.", GatewayShape::keys);

  private static final int MOST_PERMITS = 1_000_000;

  private static final Shape.Section TOKENS =
      section("tokens", "Whose tokens (JWT, RFC 7519) are accepted.", GatewayShape::tokens);

  private static final Shape.Section LIMIT =
      section("limit", "A token bucket for each address or each user.", GatewayShape::limit);

  private GatewayShape() {}

  private static List<Key> keys() {
    return List.of(
        Key.optional(
            "trusted_proxies",
            new Shape.Many(ADDRESS, Shape.Many.Writing.OR_COMMAS, 0),
            "The proxies before the gateway whose `X-Forwarded-For` counts."),
        Key.optional(
            "tokens", TOKENS, "Whose tokens are accepted; needed where a route asks for one."),
        Key.optional("limits", new Shape.Named(NAME, LIMIT), "Limits by their names."),
        Key.optional(
            "anonymous_limit",
            LIMIT_NAME,
            "The limit that refused requests draw from, by address, so that guessing is limited."),
        Key.optional(
            "upstreams", new Shape.Named(NAME, UpstreamShape.UPSTREAM), "Services by their names."),
        Key.optional("cache", CacheShape.LIMITS, "How much all kept responses may take."),
        Key.required(
            "routes",
            new Shape.Many(RouteShape.ROUTE, Shape.Many.Writing.LIST, 1),
            "What is done with which requests."));
  }

  private static List<Key> tokens() {
    return List.of(
        Key.required("issuer", Shape.Text.of("a text"), "The `iss` of good tokens."),
        Key.required(
            "keys",
            Shape.Text.of("an http or https URL"),
            "Where the key set is (JWKS, RFC 7517)."));
  }

  private static List<Key> limit() {
    return List.of(
        Key.required("rate", new Shape.Whole(1, MOST_PERMITS, "requests/s"), "How fast it fills."),
        Key.required(
            "burst", new Shape.Whole(1, Integer.MAX_VALUE, "requests"), "How much it holds."),
        Key.usually(
            "per",
            "address",
            Shape.Choice.of("address", "user"),
            "Whose bucket a request draws from: that of its address, or that of its token's user."));
  }

  static Shape.Section section(String name, String about, Supplier<List<Key>> keys) {
    return new Shape.Section(name, about, List.of(), keys);
  }
}
