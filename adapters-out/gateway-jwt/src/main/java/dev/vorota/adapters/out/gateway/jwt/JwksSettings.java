package dev.vorota.adapters.out.gateway.jwt;

import java.net.URI;
import java.time.Duration;

/**
 * Where the issuer's keys are, and how long what was fetched is good (RFC 7517, section 5).
 *
 * @param uri of the JWK set, http or https
 * @param timeout for one fetch, from the connection to the last byte
 * @param maxBytes how long the document may be
 * @param refreshAfter at which age known keys are fetched again, while they are used further on
 * @param refetchAfter at least this long after a fetch before an unknown key causes another
 * @param retryAfter at least this long after a fetch that failed before the next
 * @param keepFor how long known keys stay in force while the server is away
 */
public record JwksSettings(
    URI uri,
    Duration timeout,
    int maxBytes,
    Duration refreshAfter,
    Duration refetchAfter,
    Duration retryAfter,
    Duration keepFor) {

  public JwksSettings {
    String scheme = uri.getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme)) {
      throw new IllegalArgumentException("uri must be an http or https URL: " + uri + ".");
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes must be positive: " + maxBytes + ".");
    }
    requirePositive("timeout", timeout);
    requirePositive("refreshAfter", refreshAfter);
    requirePositive("refetchAfter", refetchAfter);
    requirePositive("retryAfter", retryAfter);
    requirePositive("keepFor", keepFor);
  }

  /**
   * 3 s and 256 KiB for a fetch; a fetch every 5 min, 10 s after the last one at the earliest, 1 s
   * after a failed one; known keys stay in force for 24 h.
   */
  public static JwksSettings of(URI uri) {
    return new JwksSettings(
        uri,
        Duration.ofSeconds(3),
        256 * 1024,
        Duration.ofMinutes(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        Duration.ofHours(24));
  }

  private static void requirePositive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(name + " must be positive: " + value + ".");
    }
  }
}
