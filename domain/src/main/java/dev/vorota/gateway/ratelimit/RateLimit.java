package dev.vorota.gateway.ratelimit;

/**
 * How much one client may ask for.
 *
 * @param name what the limit is called in {@code RateLimit} fields, metrics and configuration
 * @param permitsPerSecond how fast the bucket fills, in requests/s
 * @param burst how much the bucket holds, in requests
 */
public record RateLimit(String name, int permitsPerSecond, int burst) {

  public RateLimit {
    if (permitsPerSecond < 1) {
      throw new IllegalArgumentException(
          "permitsPerSecond must be positive: " + permitsPerSecond + ".");
    }
    if (burst < 1) {
      throw new IllegalArgumentException("burst must be positive: " + burst + ".");
    }
  }
}
