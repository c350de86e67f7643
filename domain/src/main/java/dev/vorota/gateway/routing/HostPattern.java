package dev.vorota.gateway.routing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts a route takes: one name, or with {@code *.} in front every name below one. Case and
 * port do not count.
 *
 * @param name in lower case; of a wildcard what follows the asterisk, from the dot on
 */
public record HostPattern(String name, boolean wildcard) {

  private static final String EXPECTED = "a host such as api.example.com or *.example.com";

  /**
   * @throws IllegalArgumentException if the text is no such pattern; the message says what was
   *     expected
   */
  public static HostPattern parse(String text) {
    boolean wildcard = text.startsWith("*.");
    String name = (wildcard ? text.substring(1) : text).toLowerCase(Locale.ROOT);
    String rest = wildcard ? name.substring(1) : name;
    if (!isHost(rest)) {
      throw new IllegalArgumentException("Expected " + EXPECTED + ": " + text + ".");
    }
    return new HostPattern(name, wildcard);
  }

  /**
   * The name in an authority, in lower case and without its port.
   *
   * @param authority what the client asked for, or null where it named nothing
   */
  static @Nullable String hostIn(@Nullable String authority) {
    if (authority == null) {
      return null;
    }
    int colon = authority.lastIndexOf(':');
    String host = colon < 0 || authority.endsWith("]") ? authority : authority.substring(0, colon);
    return host.toLowerCase(Locale.ROOT);
  }

  /**
   * @param host as {@link #hostIn} gives it
   */
  boolean matches(@Nullable String host) {
    return host != null
        && (wildcard ? host.endsWith(name) && host.length() > name.length() : host.equals(name));
  }

  @Override
  public String toString() {
    return wildcard ? "*" + name : name;
  }

  private static boolean isHost(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      return text.length() > 2
          && text.chars()
              .skip(1)
              .limit(text.length() - 2L)
              .allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
    }
    for (String label : text.split("\\.", -1)) {
      if (label.isEmpty() || !label.chars().allMatch(HostPattern::isLabel)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLabel(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }
}
