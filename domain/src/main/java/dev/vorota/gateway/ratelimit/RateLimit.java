package dev.vorota.gateway.ratelimit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How much one client may ask for. */
public final class RateLimit {

  private static final int MAX_NAME_LENGTH = 64;

  /** Above it, the rounding of {@link #permitNanos()} would cost more than one permit in 1,000. */
  private static final int MAX_PERMITS_PER_SECOND = 1_000_000;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final String name;
  private final int permitsPerSecond;
  private final int burst;
  private final String policy;

  /**
   * @param name what the limit is called in {@code RateLimit} fields, metrics and configuration: 1
   *     to 64 of letters, digits, '.', '_' and '-'
   * @param permitsPerSecond how fast the bucket fills, in requests/s: 1 to 1,000,000
   * @param burst how much the bucket holds, in requests
   * @throws IllegalArgumentException if one of them is something else
   */
  public RateLimit(String name, int permitsPerSecond, int burst) {
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
    this.name = name;
    this.permitsPerSecond = permitsPerSecond;
    this.burst = burst;
    this.policy = RateLimitFields.policy(name, burst, windowSeconds());
  }

  public String name() {
    return name;
  }

  /** How fast the bucket fills, in requests/s. */
  public int permitsPerSecond() {
    return permitsPerSecond;
  }

  /** How much the bucket holds, in requests. */
  public int burst() {
    return burst;
  }

  /** What it promises, as a field says it; made once, since each response says it. */
  String policy() {
    return policy;
  }

  /** How long one permit takes to come back, in ns, rounded up: never more than the rate. */
  public long permitNanos() {
    return Math.ceilDiv(NANOS_PER_SECOND, permitsPerSecond);
  }

  /** How long an empty bucket takes to fill, in seconds, rounded up. */
  public long windowSeconds() {
    return Math.ceilDiv(burst, permitsPerSecond);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof RateLimit that && isSame(that));
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, permitsPerSecond, burst);
  }

  @Override
  public String toString() {
    return name + " (" + permitsPerSecond + " requests/s, burst " + burst + ")";
  }

  private boolean isSame(RateLimit other) {
    return name.equals(other.name)
        && permitsPerSecond == other.permitsPerSecond
        && burst == other.burst;
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
