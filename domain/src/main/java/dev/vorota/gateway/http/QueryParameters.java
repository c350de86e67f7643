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
    if (query != null) {
      for (int at = next(query, 0, name); at >= 0; at = next(query, end(query, at) + 1, name)) {
        values.add(value(query, at));
      }
    }
    return values;
  }

  /**
   * The value of the first parameter of this name, read as {@link #of} reads it; null where there
   * is none.
   *
   * @param query without the question mark, or null where there is none
   */
  public static @Nullable String first(@Nullable String query, String name) {
    int at = query == null ? -1 : next(query, 0, name);
    return query == null || at < 0 ? null : value(query, at);
  }

  /** Where the next parameter of this name begins, or -1. */
  private static int next(String query, int from, String name) {
    int start = from;
    while (start <= query.length()) {
      int end = end(query, start);
      if (start < end && is(name, query, start, nameEnd(query, start, end))) {
        return start;
      }
      start = end + 1;
    }
    return -1;
  }

  private static int end(String query, int from) {
    int end = query.indexOf('&', from);
    return end < 0 ? query.length() : end;
  }

  private static int nameEnd(String query, int start, int end) {
    int equals = query.indexOf('=', start, end);
    return equals < 0 ? end : equals;
  }

  private static String value(String query, int start) {
    int end = end(query, start);
    int nameEnd = nameEnd(query, start, end);
    return nameEnd == end ? "" : decode(query.substring(nameEnd + 1, end));
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
