package dev.vorota.gateway.resilience;

/**
 * How a route bears with an upstream that fails.
 *
 * @param timeouts how long an exchange may take
 * @param retries when a request is sent again
 */
public record ForwardPolicy(Timeouts timeouts, RetryPolicy retries) {

  /** What holds where nothing is configured. */
  public static final ForwardPolicy DEFAULTS =
      new ForwardPolicy(Timeouts.DEFAULTS, RetryPolicy.DEFAULTS);
}
