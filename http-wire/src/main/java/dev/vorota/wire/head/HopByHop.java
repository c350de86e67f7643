package dev.vorota.wire.head;

import java.util.Locale;
import java.util.Objects;
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
    return new HopByHop(head, namesNoFields(head) ? NONE : namesIn(head));
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

  private static boolean namesNoFields(Head head) {
    return !head.has(KnownField.CONNECTION)
        || head.isOnly(KnownField.CONNECTION, "keep-alive")
        || head.isOnly(KnownField.CONNECTION, "close")
        || head.isOnly(KnownField.CONNECTION, "upgrade");
  }

  private static String[] namesIn(Head head) {
    String connection = Objects.requireNonNull(head.joined(KnownField.CONNECTION));
    String[] names = connection.toLowerCase(Locale.ROOT).split(",", -1);
    for (int i = 0; i < names.length; i++) {
      names[i] = names[i].strip();
    }
    return names;
  }
}
