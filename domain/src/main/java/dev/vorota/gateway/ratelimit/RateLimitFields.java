package dev.vorota.gateway.ratelimit;

/**
 * The fields that tell a client its limit (draft-ietf-httpapi-ratelimit-headers-11, structured
 * fields of RFC 9651) and when to come back (RFC 9110, section 10.2.3).
 */
public final class RateLimitFields {

  /** The name of the field that {@link #policy} fills, in lower case. */
  public static final String POLICY_NAME = "ratelimit-policy";

  /** The name of the field that {@link #state} fills, in lower case. */
  public static final String STATE_NAME = "ratelimit";

  /** The name of the field that {@link #retryAfter} fills, in lower case. */
  public static final String RETRY_AFTER_NAME = "retry-after";

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private RateLimitFields() {}

  /**
   * What the limit promises, such as {@code "public";q=10;w=1}: the quota is the burst, the window
   * the seconds in which it comes back.
   */
  public static String policy(RateLimit limit) {
    return limit.policy();
  }

  static String policy(String name, int burst, long windowSeconds) {
    return '"' + name + "\";q=" + burst + ";w=" + windowSeconds;
  }

  /**
   * What is left of it, such as {@code "public";r=9;t=1}: the permits that remain, and the seconds
   * until there are more.
   */
  public static String state(Decision decision) {
    return '"'
        + decision.limit().name()
        + "\";r="
        + decision.remaining()
        + ";t="
        + waitSeconds(decision);
  }

  /** After how many whole seconds to try again, at least 1. */
  public static String retryAfter(Decision decision) {
    return Long.toString(waitSeconds(decision));
  }

  private static long waitSeconds(Decision decision) {
    return Math.max(1, Math.ceilDiv(decision.retryAfterNanos(), NANOS_PER_SECOND));
  }
}
