package dev.vorota.gateway.endpoint;

/**
 * One reason for which an endpoint may not be chosen.
 *
 * @param sinceNanos since when, on the clock of the endpoint's health
 * @param untilNanos until when on that clock, or {@link #OPEN}
 * @param text what was seen, in words
 */
public record Absence(Reason reason, long sinceNanos, long untilNanos, String text) {

  /** What {@link #untilNanos()} says where nobody knows yet when the endpoint is back. */
  public static final long OPEN = Long.MAX_VALUE;

  /** What keeps an endpoint away. */
  public enum Reason {
    /** It does not pass the checks. */
    CHECK,

    /** Exchanges with it failed too often. */
    OUTLIER,

    /** It is not one of its upstream's endpoints any more. */
    GONE
  }
}
