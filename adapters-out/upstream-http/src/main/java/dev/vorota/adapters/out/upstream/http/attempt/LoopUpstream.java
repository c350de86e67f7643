package dev.vorota.adapters.out.upstream.http.attempt;

import dev.vorota.gateway.balancing.Balancer;
import dev.vorota.gateway.resilience.RetryBudget;
import dev.vorota.gateway.upstream.LiveUpstream;

/**
 * An upstream as one event loop has it.
 *
 * @param balancer chooses its endpoints
 * @param budget what may be sent again
 */
record LoopUpstream(LiveUpstream live, Balancer balancer, RetryBudget budget) {

  /** Takes a retry, or a hedge, from the budget. Returns whether there was one left. */
  boolean takeRetry() {
    boolean granted = budget.take();
    live.retryTally().count(granted);
    return granted;
  }
}
