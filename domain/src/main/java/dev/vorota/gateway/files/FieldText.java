package dev.vorota.gateway.files;

import dev.vorota.gateway.http.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads on in the value of a field. */
final class FieldText {

  private FieldText() {}

  /** The value of a field that may stand once only; null where it is absent or stands twice. */
  static @Nullable String single(Request request, String name) {
    String first = request.header(name);
    return first == null || request.headers(name).size() > 1 ? null : first;
  }

  /** All values of a field that holds a list, in their order (RFC 9110, section 5.3). */
  static @Nullable List<String> list(Request request, String name) {
    return request.header(name) == null ? null : request.headers(name);
  }

  /** The place of the first character that is no space. */
  static int afterSpace(String text, int at) {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The place of the first character of the next element (RFC 9110, section 5.6.1.2). */
  static int afterCommas(String text, int at) {
    while (at < text.length() && (isSpace(text.charAt(at)) || text.charAt(at) == ',')) {
      at++;
    }
    return at;
  }

  static boolean isAt(String text, int at, char expected) {
    return at < text.length() && text.charAt(at) == expected;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
