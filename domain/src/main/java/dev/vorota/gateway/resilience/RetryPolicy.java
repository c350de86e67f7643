package dev.vorota.gateway.resilience;

import java.util.Set;

/**
 * When a request is sent again, to another endpoint where there is one. What an endpoint may have
 * begun to carry out is sent again only where doing it twice does no harm: where its method is
 * idempotent (RFC 9110, section 9.2.2).
 *
 * @param retries how many times at most; 0 for never
 * @param on after what
 * @param statuses which statuses count as a failure
 * @param backoff how long is waited before
 * @param replayBytes how long a body may be that is kept to be sent again
 */
public record RetryPolicy(
    int retries, Set<Cause> on, Set<Integer> statuses, Backoff backoff, int replayBytes) {

  /** Why an exchange with an endpoint came to nothing. */
  public enum Cause {
    /** No connection could be had, so nothing was sent. */
    CONNECT,

    /** The connection was lost before the answer began. */
    DISCONNECT,

    /** The answer did not begin in time. */
    FIRST_BYTE_TIMEOUT,

    /** The answer has a status that counts as a failure. */
    STATUS
  }

  /** The most retries that one request may have. */
  public static final int MOST_RETRIES = 10;

  /** The longest body that may be kept, in octets. */
  public static final int MOST_REPLAY_BYTES = 16 * 1_024 * 1_024;

  /** What holds where nothing is configured. */
  public static final RetryPolicy DEFAULTS =
      new RetryPolicy(
          2, Set.of(Cause.CONNECT, Cause.DISCONNECT), Set.of(), Backoff.DEFAULTS, 64 * 1_024);

  /** Nothing is sent again. */
  public static final RetryPolicy NONE =
      new RetryPolicy(0, Set.of(), Set.of(), Backoff.DEFAULTS, 0);

  public RetryPolicy {
    on = Set.copyOf(on);
    statuses = Set.copyOf(statuses);
    Bounds.check("retries", retries, 0, MOST_RETRIES);
    Bounds.check("replayBytes", replayBytes, 0, MOST_REPLAY_BYTES);
    for (int status : statuses) {
      Bounds.check("status", status, 400, 599);
    }
  }

  /** Whether a status counts as a failure. */
  public boolean isFailure(int status) {
    return !statuses.isEmpty() && statuses.contains(status);
  }

  /** Whether a method may be carried out twice without harm (RFC 9110, section 9.2.2). */
  public static boolean isIdempotent(String method) {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE" -> true;
      default -> false;
    };
  }
}
