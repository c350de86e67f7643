package dev.vorota.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query, as forms write them (WHATWG URL, section 5.1). */
public final class QueryParameters {

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
      int equals = query.indexOf('=', start);
      int nameEnd = equals < 0 || equals > end ? end : equals;
      if (start < end && decode(query.substring(start, nameEnd)).equals(name)) {
        values.add(nameEnd == end ? "" : decode(query.substring(nameEnd + 1, end)));
      }
      start = end + 1;
    }
    return values;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
