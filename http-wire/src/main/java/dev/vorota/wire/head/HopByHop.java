package dev.vorota.wire.head;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a head are for the connection that it came over, and so are not passed on: those
 * that always are, and those that {@code Connection} names (RFC 9110, section 7.6.1).
 */
public final class HopByHop {

  private static final String[] NONE = {};

  private final Head head;
  private final String[] named;

  private HopByHop(Head head, String[] named) {
    this.head = head;
    this.named = named;
  }

  public static HopByHop of(Head head) {
    String connection = head.joined(KnownField.CONNECTION);
    return new HopByHop(head, connection == null ? NONE : namesIn(connection));
  }

  /** Whether a field must not be passed on. */
  public boolean covers(int field) {
    KnownField known = head.known(field);
    if (known != null && known.isHopByHop()) {
      return true;
    }
    if (named.length > 0 && known != KnownField.HOST) {
      for (String name : named) {
        if (head.isNamed(field, name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a list such as the value of {@code Connection} holds a token, whatever its case. */
  static boolean lists(@Nullable String list, String token) {
    if (list == null) {
      return false;
    }
    if (list.equalsIgnoreCase(token)) {
      return true;
    }
    for (String element : list.split(",", -1)) {
      if (element.strip().equalsIgnoreCase(token)) {
        return true;
      }
    }
    return false;
  }

  private static String[] namesIn(String connection) {
    return switch (connection) {
      case "keep-alive", "Keep-Alive", "close", "Upgrade", "upgrade" -> NONE;
      default -> split(connection.toLowerCase(Locale.ROOT));
    };
  }

  private static String[] split(String list) {
    String[] names = list.split(",", -1);
    for (int i = 0; i < names.length; i++) {
      names[i] = names[i].strip();
    }
    return names;
  }
}
