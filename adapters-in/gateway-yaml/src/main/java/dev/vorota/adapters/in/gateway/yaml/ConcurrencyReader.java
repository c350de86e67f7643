package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.resilience.ConcurrencyPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes how much an upstream takes at once. */
final class ConcurrencyReader {

  private ConcurrencyReader() {}

  /** The policy; null where there is none, or something about it is wrong. */
  static @Nullable ConcurrencyPolicy read(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    Given.Whole limit = fields.whole("limit");
    Given.Whole queue = fields.whole("queue");
    Duration queueTime = fields.time("queue_time");
    return limit == null || queue == null || queueTime == null
        ? null
        : new ConcurrencyPolicy(
            (int) limit.value(), fields.flag("adaptive"), (int) queue.value(), queueTime);
  }
}
