package dev.vorota.gateway.conditional;

import static dev.vorota.gateway.http.FieldText.afterCommas;
import static dev.vorota.gateway.http.FieldText.isAt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an entity tag in a list of them (RFC 9110, section 8.8.3). A list is read as far as it
 * keeps to the grammar.
 */
public final class EntityTags {

  private static final String WEAK = "W/";

  private EntityTags() {}

  /** Whether a tag is marked as weak: what bears it may be alike rather than the same. */
  public static boolean isWeak(String etag) {
    return etag.startsWith(WEAK);
  }

  /**
   * Whether a list holds the tag, where {@code W/"a"} and {@code "a"} count as the same.
   *
   * @param values of the field's lines
   * @param etag null where there is none; then only {@code *} is about it
   */
  static boolean holdWeakly(List<String> values, @Nullable String etag) {
    String opaque = etag == null || !isWeak(etag) ? etag : etag.substring(WEAK.length());
    return hold(values, opaque, true);
  }

  /**
   * Whether a list holds the tag itself: one marked as weak is never the same.
   *
   * @param etag a strong one, in its quotes
   */
  static boolean holdStrongly(List<String> values, String etag) {
    return hold(values, etag, false);
  }

  private static boolean hold(List<String> values, @Nullable String etag, boolean weakly) {
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      if (value.equals("*")
          || (etag != null && (value.equals(etag) || holds(value, etag, weakly)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String value, String etag, boolean weakly) {
    int at = afterCommas(value, 0);
    while (at < value.length()) {
      boolean weak = isAt(value, at, 'W') && isAt(value, at + 1, '/');
      int open = weak ? at + 2 : at;
      int close = isAt(value, open, '"') ? value.indexOf('"', open + 1) : -1;
      if (close < 0) {
        return false;
      }
      if ((weakly || !weak) && close + 1 - open == etag.length() && value.startsWith(etag, open)) {
        return true;
      }
      at = afterCommas(value, close + 1);
    }
    return false;
  }
}
