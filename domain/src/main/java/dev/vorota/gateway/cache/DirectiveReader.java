package dev.vorota.gateway.cache;

import static dev.vorota.gateway.http.FieldText.afterCommas;
import static dev.vorota.gateway.http.FieldText.isAt;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Cache-Control} (RFC 9111, section 5.2): names in any case, arguments as tokens or in
 * quotes. What breaks the grammar within an element is passed over up to the next comma; its name
 * counts all the same, as most directives restrict what may be done.
 */
final class DirectiveReader {

  /** So many seconds stand for ever (RFC 9111, section 1.2.2). */
  static final long MOST_SECONDS = 1L << 31;

  /** What stands for a number of seconds that is not there. */
  static final long ABSENT = -1;

  /** Takes the directives one after the other. */
  interface Taker {

    /**
     * @param name in lower case
     * @param argument without its quotes; null where there is none
     */
    void take(String name, @Nullable String argument);
  }

  private DirectiveReader() {}

  /**
   * @param values of the field's lines
   */
  static void read(List<String> values, Taker taker) {
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      int at = afterCommas(value, 0);
      while (at < value.length()) {
        at = afterCommas(value, element(value, at, taker));
      }
    }
  }

  /** A number of seconds; one that is none counts as 0, so that what it is about is stale. */
  static long seconds(@Nullable String argument) {
    if (argument == null || argument.isEmpty()) {
      return 0;
    }
    long seconds = 0;
    for (int i = 0; i < argument.length(); i++) {
      int digit = argument.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      seconds = Math.min(seconds * 10 + digit, MOST_SECONDS);
    }
    return seconds;
  }

  /** Of two numbers for one directive the smaller counts (RFC 9111, section 4.2.1). */
  static long stricter(long known, @Nullable String argument) {
    long seconds = seconds(argument);
    return known == ABSENT ? seconds : Math.min(known, seconds);
  }

  private static int element(String value, int start, Taker taker) {
    int nameEnd = start;
    while (nameEnd < value.length() && " \t,=;\"".indexOf(value.charAt(nameEnd)) < 0) {
      nameEnd++;
    }
    String argument = null;
    int at = nameEnd;
    if (isAt(value, at, '=') && isAt(value, at + 1, '"')) {
      StringBuilder text = new StringBuilder();
      at = quoted(value, at + 2, text);
      argument = at < 0 ? null : text.toString();
      at = at < 0 ? value.length() : at;
    } else if (isAt(value, at, '=')) {
      int argumentStart = ++at;
      while (at < value.length() && " \t,".indexOf(value.charAt(at)) < 0) {
        at++;
      }
      argument = value.substring(argumentStart, at);
    }
    if (nameEnd > start) {
      taker.take(value.substring(start, nameEnd).toLowerCase(Locale.ROOT), argument);
    }
    return endOfElement(value, at);
  }

  /** Reads up to and over the closing quote. Returns where it stopped, or -1 without one. */
  private static int quoted(String value, int start, StringBuilder text) {
    int at = start;
    while (at < value.length() && value.charAt(at) != '"') {
      at += isAt(value, at, '\\') ? 1 : 0;
      if (at < value.length()) {
        text.append(value.charAt(at));
      }
      at++;
    }
    return at < value.length() ? at + 1 : -1;
  }

  /** Where the next comma stands that is not in quotes. */
  private static int endOfElement(String value, int start) {
    boolean quoted = false;
    int at = start;
    while (at < value.length() && (quoted || value.charAt(at) != ',')) {
      if (value.charAt(at) == '"') {
        quoted = !quoted;
      } else if (quoted && value.charAt(at) == '\\') {
        at++;
      }
      at++;
    }
    return Math.min(at, value.length());
  }
}
