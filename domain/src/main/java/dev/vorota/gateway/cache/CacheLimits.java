package dev.vorota.gateway.cache;

/**
 * How much all kept responses may take.
 *
 * @param mostBytes bodies, heads and what is needed to find them, in octets; those that are being
 *     fetched may take a quarter of it on top
 */
public record CacheLimits(long mostBytes) {

  /** What holds where nothing is configured. */
  public static final CacheLimits DEFAULTS = new CacheLimits(64L << 20);

  public CacheLimits {
    if (mostBytes <= 0) {
      throw new IllegalArgumentException("mostBytes must be positive: " + mostBytes + ".");
    }
  }
}
