package dev.vorota.gateway.routing;

import java.net.InetAddress;
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
   * The name in an authority, in lower case, without its port and without the dot that says that
   * nothing follows (RFC 3986, section 3.2.2).
   *
   * @param authority what the client asked for, or null where it named nothing
   */
  static @Nullable String hostIn(@Nullable String authority) {
    if (authority == null) {
      return null;
    }
    int colon = authority.lastIndexOf(':');
    String host = colon < 0 || authority.endsWith("]") ? authority : authority.substring(0, colon);
    boolean dotted = host.length() > 1 && host.endsWith(".");
    return (dotted ? host.substring(0, host.length() - 1) : host).toLowerCase(Locale.ROOT);
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
      return isIpv6(text.substring(1, text.length() - 1));
    }
    for (String label : text.split("\\.", -1)) {
      if (label.isEmpty() || !label.chars().allMatch(HostPattern::isLabel)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIpv6(String text) {
    if (text.indexOf(':') < 0 || text.indexOf('%') >= 0) {
      return false;
    }
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isLabel(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  }
}
