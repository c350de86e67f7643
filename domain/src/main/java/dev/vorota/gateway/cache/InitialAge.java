package dev.vorota.gateway.cache;

import static dev.vorota.gateway.cache.DirectiveReader.MOST_SECONDS;

import dev.vorota.gateway.http.Fields;
import java.util.List;

/** How old a response was when it came (RFC 9111, section 4.2.3). */
final class InitialAge {

  private InitialAge() {}

  /**
   * In milliseconds.
   *
   * @param date when the origin made it, in seconds since 1970
   * @param requestedAt when it was asked for, in milliseconds since 1970
   * @param receivedAt when its head came, in milliseconds since 1970
   */
  static long millis(Fields response, long date, long requestedAt, long receivedAt) {
    long apparent = 1_000 * Math.max(0, Math.floorDiv(receivedAt, 1_000L) - date);
    long corrected = told(response.headers("age")) * 1_000 + Math.max(0, receivedAt - requestedAt);
    return Math.max(apparent, corrected);
  }

  /** Of several values the first counts, and one that is no number counts as none (5.1). */
  private static long told(List<String> ages) {
    String first = ages.isEmpty() ? "" : ages.getFirst();
    int comma = first.indexOf(',');
    return Math.min(
        DirectiveReader.seconds((comma < 0 ? first : first.substring(0, comma)).strip()),
        MOST_SECONDS);
  }
}
