package dev.vorota.gateway.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of fields. */
public final class FieldText {

  private FieldText() {}

  /** The value of a field that may stand once only; null where it is absent or stands twice. */
  public static @Nullable String single(Fields fields, String name) {
    String first = fields.header(name);
    return first == null || fields.headers(name).size() > 1 ? null : first;
  }

  /** All values of a field that holds a list, in their order (RFC 9110, section 5.3). */
  public static @Nullable List<String> list(Fields fields, String name) {
    return fields.header(name) == null ? null : fields.headers(name);
  }

  /** The place of the first character that is no space. */
  public static int afterSpace(String text, int at) {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The place of the first character of the next element (RFC 9110, section 5.6.1.2). */
  public static int afterCommas(String text, int at) {
    while (at < text.length() && (isSpace(text.charAt(at)) || text.charAt(at) == ',')) {
      at++;
    }
    return at;
  }

  /** Whether a character stands at a place, if there is such a place. */
  public static boolean isAt(String text, int at, char expected) {
    return at < text.length() && text.charAt(at) == expected;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
