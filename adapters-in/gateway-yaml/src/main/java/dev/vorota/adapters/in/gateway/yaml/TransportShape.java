package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import dev.vorota.adapters.in.gateway.yaml.shape.Times;
import dev.vorota.gateway.transport.PoolPolicy;
import java.time.Duration;
import java.util.List;

/** What an upstream may say of how its endpoints are spoken with. */
final class TransportShape {

  private static final int MOST = 1_000_000;
  private static final Shape.Text FILE = Shape.Text.of("a file (PEM)");

  private static final Shape.Section TLS =
      GatewayShape.section(
          "tls",
          "How an upstream with https endpoints is spoken with. Files are looked for beside the"
              + " document.",
          TransportShape::tls);

  private static final Shape.Section CONNECTIONS =
      GatewayShape.section(
          "connections",
          "The connections with each endpoint. Every event loop has an equal share of them, and one"
              + " at least.",
          TransportShape::connections);

  private TransportShape() {}

  static Key protocol() {
    return Key.usually(
        "protocol",
        "http1",
        Shape.Choice.of("http1", "h2", "h2c"),
        "What is spoken: HTTP/1.1, HTTP/2 over TLS (`h2`), or HTTP/2 without (`h2c`).");
  }

  static Key security() {
    return Key.optional("tls", TLS, "Whom the gateway believes, and what it shows of itself.");
  }

  static Key pool() {
    return Key.optional("connections", CONNECTIONS, "How many connections, and for how long.");
  }

  private static List<Key> tls() {
    return List.of(
        Key.optional(
            "ca", FILE, "Who may vouch for an endpoint; where none, whom the system trusts."),
        Key.optional(
            "server_name",
            Shape.Text.of("a host name"),
            "The name that endpoints are asked by and have to prove; where none, that of their URL."),
        Key.optional(
            "certificate",
            FILE,
            "What the gateway shows of itself; those who vouch for it follow."),
        Key.optional("key", FILE, "The key of that certificate, without a password."),
        Key.usually(
            "insecure",
            "false",
            new Shape.Flag(),
            "Believes anybody to be the endpoint. For trying things out."));
  }

  private static List<Key> connections() {
    PoolPolicy usual = PoolPolicy.DEFAULTS;
    return List.of(
        Key.usually(
            "max",
            Integer.toString(usual.most()),
            new Shape.Whole(1, MOST, "connections"),
            "The most with one endpoint; WebSockets count."),
        Key.usually(
            "queue",
            Integer.toString(usual.queue()),
            new Shape.Whole(0, MOST, "requests"),
            "How many requests may wait for one, each for as long as a connection may take."),
        Key.usually(
            "idle",
            Times.text(usual.idle()),
            new Shape.Time(Duration.ofSeconds(1), Duration.ofHours(1)),
            "How long one is kept that is not used."),
        Key.usually(
            "max_age",
            Times.text(usual.maxAge()),
            new Shape.Time(Duration.ofSeconds(1), Duration.ofHours(24)),
            "How old one may become, less up to a tenth; then it serves no further request."));
  }
}
