package dev.vorota.gateway.files;

import static dev.vorota.gateway.http.FieldText.afterCommas;
import static dev.vorota.gateway.http.FieldText.isAt;

import java.util.List;

/**
 * Looks for an entity tag in a list of them (RFC 9110, section 8.8.3). A list is read as far as it
 * keeps to the grammar.
 */
final class EntityTags {

  private EntityTags() {}

  /**
   * Whether a list holds the tag, where {@code W/"a"} and {@code "a"} count as the same.
   *
   * @param values of the field's lines
   * @param etag a strong one, in its quotes
   */
  static boolean holdWeakly(List<String> values, String etag) {
    return hold(values, etag, true);
  }

  /** Whether a list holds the tag itself: one marked as weak is never the same. */
  static boolean holdStrongly(List<String> values, String etag) {
    return hold(values, etag, false);
  }

  private static boolean hold(List<String> values, String etag, boolean weakly) {
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      if (value.equals(etag) || value.equals("*") || holds(value, etag, weakly)) {
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
