package dev.vorota.gateway.ratelimit;

/**
 * How much one client may ask for.
 *
 * @param name what the limit is called in {@code RateLimit} fields, metrics and configuration: 1 to
 *     64 of letters, digits, '.', '_' and '-'
 * @param permitsPerSecond how fast the bucket fills, in requests/s: 1 to 1,000,000
 * @param burst how much the bucket holds, in requests
 */
public record RateLimit(String name, int permitsPerSecond, int burst) {

  private static final int MAX_NAME_LENGTH = 64;

  /** Above it, the rounding of {@link #permitNanos()} would cost more than one permit in 1,000. */
  private static final int MAX_PERMITS_PER_SECOND = 1_000_000;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  public RateLimit {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "name must be 1 to 64 of letters, digits, '.', '_' and '-': " + name + ".");
    }
    if (permitsPerSecond < 1 || permitsPerSecond > MAX_PERMITS_PER_SECOND) {
      throw new IllegalArgumentException(
          "permitsPerSecond must be from 1 to 1,000,000: " + permitsPerSecond + ".");
    }
    if (burst < 1) {
      throw new IllegalArgumentException("burst must be positive: " + burst + ".");
    }
  }

  /** How long one permit takes to come back, in ns, rounded up: never more than the rate. */
  public long permitNanos() {
    return Math.ceilDiv(NANOS_PER_SECOND, permitsPerSecond);
  }

  /** How long an empty bucket takes to fill, in seconds, rounded up. */
  public long windowSeconds() {
    return Math.ceilDiv(burst, permitsPerSecond);
  }

  private static boolean isName(String name) {
    if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
      if (!letter && !other) {
        return false;
      }
    }
    return true;
  }
}
