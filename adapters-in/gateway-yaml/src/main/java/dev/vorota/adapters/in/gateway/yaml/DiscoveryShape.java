package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import dev.vorota.adapters.in.gateway.yaml.shape.Times;
import dev.vorota.gateway.upstream.Discovery;
import java.time.Duration;
import java.util.List;

/** How the addresses of endpoints may be found that are names. */
final class DiscoveryShape {

  static final Shape.Section DNS =
      GatewayShape.section(
          "dns",
          "How the addresses of endpoints are found that are names: all of them serve, and they are"
              + " looked up again when the answer has run out.",
          DiscoveryShape::keys);

  private DiscoveryShape() {}

  private static List<Key> keys() {
    return List.of(
        Key.optional(
            "servers",
            new Shape.Many(
                Shape.Text.of("an address such as 10.0.0.53 or 10.0.0.53:8600"),
                Shape.Many.Writing.OR_COMMAS,
                1),
            "The DNS servers; those of the system where none is given."),
        Key.usually(
            "family",
            "any",
            Shape.Choice.of("any", "ipv4", "ipv6"),
            "Which addresses count; `any` looks for those of IPv6 only where the gateway's host has"
                + " one."),
        ttl(
            "min_ttl",
            Discovery.DEFAULTS.shortest(),
            "How soon a name is looked up again at the earliest, and after a lookup that failed."),
        ttl("max_ttl", Discovery.DEFAULTS.longest(), "How soon at the latest."));
  }

  private static Key ttl(String name, Duration usual, String about) {
    return Key.usually(
        name,
        Times.text(usual),
        new Shape.Time(Duration.ofMillis(100), Duration.ofHours(24)),
        about);
  }
}
