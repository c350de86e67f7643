package dev.vorota.gateway.balancing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The cookie by which a client comes back to its endpoint (RFC 6265, section 4.1).
 *
 * @param name a token
 * @param path below which it counts, starting with a slash
 * @param maxAge how long the client keeps it, at least a second; null for as long as it runs
 * @param secure whether the client sends it over TLS only
 */
public record StickyCookie(String name, String path, @Nullable Duration maxAge, boolean secure) {

  private static final String SEPARATORS = "()<>@,;:\\\"/[]?={} \t";

  public StickyCookie {
    if (name.isEmpty() || !name.chars().allMatch(StickyCookie::isOfToken)) {
      throw new IllegalArgumentException("Expected the name of a cookie: " + name + ".");
    }
    if (!path.startsWith("/") || !path.chars().allMatch(StickyCookie::isOfPath)) {
      throw new IllegalArgumentException("Expected a path that starts with a slash: " + path + ".");
    }
    if (maxAge != null && maxAge.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("maxAge must be 1 s or more: " + maxAge + ".");
    }
  }

  /** What {@code Set-Cookie} says. */
  String with(String value) {
    return name
        + "="
        + value
        + "; Path="
        + path
        + (maxAge == null ? "" : "; Max-Age=" + maxAge.toSeconds())
        + "; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }

  private static boolean isOfToken(int c) {
    return c > ' ' && c < 0x7f && SEPARATORS.indexOf(c) < 0;
  }

  private static boolean isOfPath(int c) {
    return c > ' ' && c < 0x7f && c != ';';
  }
}
