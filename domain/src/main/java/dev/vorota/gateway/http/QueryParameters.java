package dev.vorota.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query, as forms write them (WHATWG URL, section 5.1). */
public final class QueryParameters {

  private static final int ESCAPE_LENGTH = 3;

  private QueryParameters() {}

  /**
   * The values of all parameters of this name, in their order. A parameter without {@code =} has an
   * empty value; one that can't be decoded is taken as it stands.
   *
   * @param query without the question mark, or null where there is none
   */
  public static List<String> of(@Nullable String query, String name) {
    List<String> values = new ArrayList<>(1);
    int start = 0;
    while (query != null && start <= query.length()) {
      int end = query.indexOf('&', start);
      end = end < 0 ? query.length() : end;
      int equals = query.indexOf('=', start, end);
      int nameEnd = equals < 0 ? end : equals;
      if (start < end && is(name, query, start, nameEnd)) {
        values.add(nameEnd == end ? "" : decode(query.substring(nameEnd + 1, end)));
      }
      start = end + 1;
    }
    return values;
  }

  /** Decoding never makes a text longer, so that most names need not be decoded. */
  private static boolean is(String name, String query, int start, int end) {
    return end - start >= name.length() && decode(query.substring(start, end)).equals(name);
  }

  /** Looks at the escapes first: an exception for each that is broken would cost too much. */
  private static String decode(String text) {
    return isEncoded(text) ? URLDecoder.decode(text, UTF_8) : text;
  }

  /** Whether two hexadecimal digits follow each percent sign. */
  private static boolean isEncoded(String text) {
    int at = text.indexOf('%');
    while (at >= 0) {
      int end = at + ESCAPE_LENGTH;
      if (end > text.length()
          || !HexFormat.isHexDigit(text.charAt(at + 1))
          || !HexFormat.isHexDigit(text.charAt(at + 2))) {
        return false;
      }
      at = text.indexOf('%', end);
    }
    return true;
  }
}
