package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import java.time.Duration;
import java.util.List;

/** How endpoints may be asked whether they are sound. */
final class HealthShape {

  static final Shape.Section HEALTH =
      GatewayShape.section(
          "health",
          "How each endpoint is asked, beside all requests, whether it is sound. One that is not gets"
              + " no requests; where none is, all do.",
          HealthShape::keys);

  private static final Shape.Text STATUS =
      new Shape.Text(
          "a status such as 204 or a range such as 200-299", "[1-5][0-9]{2}(?:-[1-5][0-9]{2})?");

  private HealthShape() {}

  private static List<Key> keys() {
    return List.of(
        Key.usually(
            "check",
            "http",
            Shape.Choice.of("http", "tcp"),
            "What is checked: the answer to a request, or only that a connection is taken."),
        Key.optional("method", Shape.Choice.of("GET", "HEAD"), "With `http`: `GET` where none."),
        Key.optional(
            "path",
            Shape.Text.of("a path such as /health"),
            "With `http`: what is asked for; `/` where none."),
        Key.optional(
            "host",
            Shape.Text.of("a host"),
            "With `http`: the `Host` that is asked for; that of the endpoint where none."),
        Key.optional(
            "status",
            new Shape.Many(STATUS, Shape.Many.Writing.OR_COMMAS, 1),
            "With `http`: which statuses are good; `200-299` where none."),
        Key.optional(
            "body", Shape.Text.of("a text"), "With `http`: what the first 64 KiB must hold."),
        time("interval", "5s", Duration.ofMillis(100), "How long after one check the next one is."),
        time("timeout", "2s", Duration.ofMillis(10), "How long a check may take."),
        count("rise", "2", "How many good checks in a row bring an endpoint back."),
        count("fall", "3", "How many bad checks in a row take it out."),
        Key.usually(
            "initial",
            "up",
            Shape.Choice.of("up", "down"),
            "What holds before an endpoint was checked."));
  }

  private static Key time(String name, String usual, Duration min, String about) {
    return Key.usually(name, usual, new Shape.Time(min, Duration.ofHours(1)), about);
  }

  private static Key count(String name, String usual, String about) {
    return Key.usually(name, usual, new Shape.Whole(1, 1_000, "checks"), about);
  }
}
