package dev.vorota.gateway.cache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dictionary of structured fields (RFC 9651, section 4.2.2). Strict: one octet out of place
 * and there is no dictionary. Parameters are checked and left out.
 */
final class StructuredDictionary {

  /** A member's value. */
  sealed interface Item {

    record Flag(boolean value) implements Item {}

    record Whole(long value) implements Item {}

    /** A string or a token. */
    record Text(String value) implements Item {}

    /** One of the other types, of which nothing is needed but that it is well formed. */
    record Other() implements Item {}
  }

  private static final Item.Flag TRUE = new Item.Flag(true);
  private static final Item.Flag FALSE = new Item.Flag(false);
  private static final Item.Other OTHER = new Item.Other();
  private static final int MOST_DIGITS = 15;
  private static final int MOST_DIGITS_BEFORE_POINT = 12;
  private static final int MOST_DIGITS_AFTER_POINT = 3;

  private final String text;
  private int at;

  private StructuredDictionary(String text) {
    this.text = text;
  }

  /**
   * The members by their keys, of two with the same key the last one; null where the text is no
   * dictionary.
   *
   * @param values of the field's lines
   */
  static @Nullable Map<String, Item> parse(List<String> values) {
    return new StructuredDictionary(String.join(",", values)).dictionary();
  }

  private @Nullable Map<String, Item> dictionary() {
    Map<String, Item> members = new LinkedHashMap<>();
    skip(" ");
    while (at < text.length()) {
      String key = key();
      Item item = key == null ? null : member();
      if (key == null || item == null) {
        return null;
      }
      members.remove(key);
      members.put(key, item);
      skip(" \t");
      if (at == text.length()) {
        return members;
      }
      if (!take(',')) {
        return null;
      }
      skip(" \t");
      if (at == text.length()) {
        return null; // a comma that nothing follows
      }
    }
    return members;
  }

  /** A member's value; without {@code =} it is true. */
  private @Nullable Item member() {
    Item item = TRUE;
    if (take('=')) {
      item = is('(') ? innerList() : bareItem();
    }
    return item != null && parameters() ? item : null;
  }

  private @Nullable Item innerList() {
    at++;
    while (true) {
      skip(" ");
      if (take(')')) {
        return OTHER;
      }
      if (bareItem() == null || !parameters() || !(is(' ') || is(')'))) {
        return null;
      }
    }
  }

  private boolean parameters() {
    while (take(';')) {
      skip(" ");
      if (key() == null || (take('=') && bareItem() == null)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable String key() {
    int start = at;
    if (!is('*') && !isLower()) {
      return null;
    }
    while (isLower() || isDigit() || isIn("_-.*")) {
      at++;
    }
    return text.substring(start, at);
  }

  private @Nullable Item bareItem() {
    if (is('-') || isDigit()) {
      return number();
    }
    if (take('"')) {
      return string();
    }
    if (take('?')) {
      return take('1') ? TRUE : take('0') ? FALSE : null;
    }
    if (take(':')) {
      return upTo(':', "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");
    }
    if (take('@')) {
      return (is('-') || isDigit()) && number() instanceof Item.Whole ? OTHER : null;
    }
    if (take('%')) {
      return take('"') ? displayString() : null;
    }
    return is('*') || isLetter() ? token() : null;
  }

  private @Nullable Item number() {
    int sign = take('-') ? -1 : 1;
    int start = at;
    long whole = 0;
    while (isDigit()) {
      whole = at - start < MOST_DIGITS ? whole * 10 + text.charAt(at) - '0' : whole;
      at++;
    }
    int digits = at - start;
    if (digits == 0 || digits > MOST_DIGITS) {
      return null;
    }
    if (!take('.')) {
      return new Item.Whole(sign * whole);
    }
    int point = at;
    while (isDigit()) {
      at++;
    }
    boolean good =
        digits <= MOST_DIGITS_BEFORE_POINT && at > point && at - point <= MOST_DIGITS_AFTER_POINT;
    return good ? OTHER : null;
  }

  private @Nullable Item string() {
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return new Item.Text(value.toString());
      }
      if (c == '\\') {
        if (!is('"') && !is('\\')) {
          return null;
        }
        c = text.charAt(at++);
      } else if (c < ' ' || c > '~') {
        return null;
      }
      value.append(c);
    }
    return null;
  }

  private @Nullable Item displayString() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return OTHER;
      }
      if (c < ' ' || c > '~') {
        return null;
      }
      if (c == '%') {
        for (int i = 0; i < 2; i++) {
          if (!isDigit() && !isIn("abcdef")) {
            return null;
          }
          at++;
        }
      }
    }
    return null;
  }

  private Item token() {
    int start = at;
    while (isLetter() || isDigit() || isIn(":/!#$%&'*+-.^_`|~")) {
      at++;
    }
    return new Item.Text(text.substring(start, at));
  }

  private @Nullable Item upTo(char end, String allowed) {
    while (isIn(allowed)) {
      at++;
    }
    return take(end) ? OTHER : null;
  }

  private void skip(String characters) {
    while (isIn(characters)) {
      at++;
    }
  }

  private boolean take(char expected) {
    boolean found = is(expected);
    at += found ? 1 : 0;
    return found;
  }

  private boolean is(char expected) {
    return at < text.length() && text.charAt(at) == expected;
  }

  private boolean isIn(String characters) {
    return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
  }

  private boolean isDigit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private boolean isLower() {
    return at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
  }

  private boolean isLetter() {
    return isLower() || (at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z');
  }
}
