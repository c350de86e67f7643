package dev.vorota.gateway.resilience;

import java.time.Duration;

/**
 * When the gateway itself has too much to do.
 *
 * @param delay how late an event loop may be on the average
 * @param exchanges how many exchanges an event loop may have under way
 */
public record OverloadPolicy(Duration delay, int exchanges) {

  public OverloadPolicy {
    Bounds.checkPositive("delay", delay);
    Bounds.check("exchanges", exchanges, 1, Integer.MAX_VALUE);
  }
}
