package dev.vorota.gateway.resilience;

import java.time.Duration;

/**
 * When a second endpoint is asked beside one that is slow, so that the quicker one answers (Dean
 * and Barroso, The Tail at Scale, 2013). Only what may be done twice without harm, and has no body.
 *
 * @param delay how long the first one has before
 */
public record HedgePolicy(Duration delay) {

  public HedgePolicy {
    Bounds.checkPositive("delay", delay);
  }
}
