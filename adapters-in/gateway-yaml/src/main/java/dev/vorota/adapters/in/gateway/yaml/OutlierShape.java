package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import dev.vorota.adapters.in.gateway.yaml.shape.Times;
import dev.vorota.gateway.health.OutlierPolicy;
import java.time.Duration;
import java.util.List;

/** When endpoints may be ejected because requests fail there. */
final class OutlierShape {

  private static final OutlierPolicy USUAL = OutlierPolicy.DEFAULTS;
  private static final int MOST = 1_000_000;

  static final Shape.Shorthand OUTLIERS =
      new Shape.Shorthand(
          Shape.Choice.of("off"),
          GatewayShape.section(
              "outliers",
              "When an endpoint gets no requests for a while because those that it got failed. A"
                  + " failure is no answer, or none that is whole, or 502, 503 or 504; a server error"
                  + " is any status of 500 or more, or a failure.",
              OutlierShape::keys));

  private OutlierShape() {}

  private static List<Key> keys() {
    return List.of(
        whole("failures", USUAL.failures(), 0, "", "After so many failures in a row; 0 for never."),
        whole(
            "server_errors",
            USUAL.serverErrors(),
            0,
            "",
            "After so many server errors in a row; 0 for never."),
        percent(
            "error_rate",
            USUAL.errorPercent(),
            0,
            "Where so many of an interval's requests ended in server errors; 0 for never."),
        whole(
            "min_requests",
            USUAL.fewest(),
            1,
            "requests",
            "How many requests an interval must have had for `error_rate` to count."),
        time("interval", USUAL.interval(), "How long an interval is."),
        time(
            "ejection",
            USUAL.ejection(),
            "How long the first ejection is; the next one is twice as long, then three times, and"
                + " one step less for each such time without one."),
        time("longest_ejection", USUAL.longest(), "How long an ejection is at most."),
        percent(
            "max_ejected",
            USUAL.share(),
            1,
            "How many of the endpoints may be ejected at once; one always may."));
  }

  private static Key whole(String name, int usual, int min, String unit, String about) {
    return Key.usually(name, Integer.toString(usual), new Shape.Whole(min, MOST, unit), about);
  }

  private static Key percent(String name, int usual, int min, String about) {
    return Key.usually(name, Integer.toString(usual), new Shape.Whole(min, 100, "%"), about);
  }

  private static Key time(String name, Duration usual, String about) {
    return Key.usually(
        name,
        Times.text(usual),
        new Shape.Time(Duration.ofSeconds(1), Duration.ofHours(24)),
        about);
  }
}
