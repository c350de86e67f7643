package dev.vorota.gateway.http;

import java.util.ArrayList;
import java.util.List;

/** Reads the cookies that a client sends (RFC 6265, section 4.2). */
public final class Cookies {

  private Cookies() {}

  /**
   * The values of all cookies of this name, quotes around them left out.
   *
   * @param fields the values of the request's {@code Cookie} fields
   */
  public static List<String> of(List<String> fields, String name) {
    List<String> values = new ArrayList<>(1);
    for (String field : fields) {
      int start = 0;
      while (start < field.length()) {
        int end = field.indexOf(';', start);
        end = end < 0 ? field.length() : end;
        int equals = field.indexOf('=', start, end);
        if (equals > 0 && field.substring(start, equals).strip().equals(name)) {
          values.add(unquoted(field.substring(equals + 1, end).strip()));
        }
        start = end + 1;
      }
    }
    return values;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
