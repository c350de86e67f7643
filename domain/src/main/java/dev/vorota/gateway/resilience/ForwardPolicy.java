package dev.vorota.gateway.resilience;

import org.jspecify.annotations.Nullable;

/**
 * How a route bears with an upstream that fails.
 *
 * @param timeouts how long an exchange may take
 * @param retries when a request is sent again
 * @param hedge when a second endpoint is asked as well, or null for never
 * @param breaker when the upstream is not asked for a while, or null for never
 * @param priority whose requests go first when the gateway has too much to do
 * @param deadlineField the field that tells the upstream how many ms are left of the total time, or
 *     null for none
 */
public record ForwardPolicy(
    Timeouts timeouts,
    RetryPolicy retries,
    @Nullable HedgePolicy hedge,
    @Nullable BreakerPolicy breaker,
    Priority priority,
    @Nullable String deadlineField) {

  /** What holds where nothing is configured. */
  public static final ForwardPolicy DEFAULTS = of(Timeouts.DEFAULTS, RetryPolicy.DEFAULTS);

  public ForwardPolicy {
    if (deadlineField != null && timeouts.total() == null) {
      throw new IllegalArgumentException(
          "a deadline needs a total timeout: " + deadlineField + ".");
    }
  }

  /** One with nothing else. */
  public static ForwardPolicy of(Timeouts timeouts, RetryPolicy retries) {
    return new ForwardPolicy(timeouts, retries, null, null, Priority.NORMAL, null);
  }

  public ForwardPolicy with(@Nullable HedgePolicy other) {
    return new ForwardPolicy(timeouts, retries, other, breaker, priority, deadlineField);
  }

  public ForwardPolicy with(@Nullable BreakerPolicy other) {
    return new ForwardPolicy(timeouts, retries, hedge, other, priority, deadlineField);
  }
}
