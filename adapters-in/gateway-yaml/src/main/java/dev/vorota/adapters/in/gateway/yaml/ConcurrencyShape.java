package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import dev.vorota.adapters.in.gateway.yaml.shape.Times;
import dev.vorota.gateway.resilience.ConcurrencyPolicy;
import java.time.Duration;
import java.util.List;

/** What an upstream may say of how much it takes at once. */
final class ConcurrencyShape {

  static final int USUAL_QUEUE = 100;
  static final Duration USUAL_QUEUE_TIME = Duration.ofSeconds(1);

  static final Shape.Section CONCURRENCY =
      GatewayShape.section(
          "concurrency",
          "How many requests may be under way with an upstream at once, over all event loops. Those"
              + " above wait in the order in which they came. A WebSocket does not count once it"
              + " stands.",
          ConcurrencyShape::keys);

  private ConcurrencyShape() {}

  private static List<Key> keys() {
    Shape.Whole count = new Shape.Whole(0, ConcurrencyPolicy.MOST, "requests");
    return List.of(
        Key.required("limit", new Shape.Whole(1, count.max(), count.unit()), "The most at once."),
        Key.usually(
            "adaptive",
            "false",
            new Shape.Flag(),
            "Whether fewer are let through where answers begin later than they can, or fail to come;"
                + " `limit` is the most then, and it begins with 20."),
        Key.usually("queue", Integer.toString(USUAL_QUEUE), count, "How many may wait."),
        Key.usually(
            "queue_time",
            Times.text(USUAL_QUEUE_TIME),
            new Shape.Time(Duration.ofMillis(1), Duration.ofHours(1)),
            "How long one of them waits."));
  }
}
