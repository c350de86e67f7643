package dev.vorota.gateway.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the cookies that a client sends (RFC 6265, section 4.2). */
public final class Cookies {

  private static final String FIELD = "cookie";

  private Cookies() {}

  /**
   * The values of all cookies of this name, quotes around them left out.
   *
   * @param fields the values of the request's {@code Cookie} fields
   */
  public static List<String> of(List<String> fields, String name) {
    List<String> values = new ArrayList<>(1);
    for (String field : fields) {
      for (int at = next(field, 0, name); at >= 0; at = next(field, end(field, at) + 1, name)) {
        values.add(value(field, at));
      }
    }
    return values;
  }

  /** The value of the first cookie of this name, or null where there is none. */
  public static @Nullable String first(Request request, String name) {
    String field = request.header(FIELD);
    if (field == null) {
      return null;
    }
    int at = next(field, 0, name);
    if (at >= 0) {
      return value(field, at);
    }
    // Cookies may come in several fields (RFC 9113, section 8.2.3).
    List<String> values = of(request.headers(FIELD), name);
    return values.isEmpty() ? null : values.getFirst();
  }

  /** Where the value of the next cookie of this name begins, or -1. */
  private static int next(String field, int from, String name) {
    int start = from;
    while (start < field.length()) {
      int end = end(field, start);
      int equals = field.indexOf('=', start, end);
      if (equals >= 0 && isName(field, start, equals, name)) {
        return equals + 1;
      }
      start = end + 1;
    }
    return -1;
  }

  private static int end(String field, int from) {
    int end = field.indexOf(';', from);
    return end < 0 ? field.length() : end;
  }

  private static boolean isName(String field, int from, int to, String name) {
    int start = from;
    while (start < to && Character.isWhitespace(field.charAt(start))) {
      start++;
    }
    int end = to;
    while (end > start && Character.isWhitespace(field.charAt(end - 1))) {
      end--;
    }
    return end > start && end - start == name.length() && field.startsWith(name, start);
  }

  private static String value(String field, int at) {
    String value = field.substring(at, end(field, at)).strip();
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
