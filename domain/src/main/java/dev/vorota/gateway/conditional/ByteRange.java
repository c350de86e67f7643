package dev.vorota.gateway.conditional;

import static dev.vorota.gateway.http.FieldText.afterCommas;
import static dev.vorota.gateway.http.FieldText.afterSpace;
import static dev.vorota.gateway.http.FieldText.isAt;

/**
 * What a {@code Range} asks for (RFC 9110, section 14.2). Several ranges at once are answered with
 * the whole, which a client must be ready for, and which costs less than a body of many parts: only
 * the first of them is read.
 *
 * @param kind what is asked for
 * @param from the first octet of a part, counted from 0
 * @param length of a part, at least 1
 */
public record ByteRange(Kind kind, int from, int length) {

  /** What a {@code Range} may ask for. */
  public enum Kind {
    /** Everything: also where the unit is not known, or more than one range is wanted. */
    WHOLE,
    PART,
    /** No octet that is there. */
    UNSATISFIABLE,
    /** What no range of octets looks like. */
    MALFORMED
  }

  private static final ByteRange WHOLE = new ByteRange(Kind.WHOLE, 0, 0);
  private static final ByteRange UNSATISFIABLE = new ByteRange(Kind.UNSATISFIABLE, 0, 0);
  private static final ByteRange MALFORMED = new ByteRange(Kind.MALFORMED, 0, 0);
  private static final String UNIT = "bytes=";
  private static final int ABSENT = -1;

  /**
   * @param value of the field
   * @param size how many octets there are
   */
  public static ByteRange of(String value, int size) {
    if (!value.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
      return WHOLE;
    }
    int first = afterCommas(value, UNIT.length());
    int dash = afterDigits(value, first);
    if (!isAt(value, dash, '-')) {
      return MALFORMED;
    }
    int last = afterDigits(value, dash + 1);
    int end = afterSpace(value, last);
    if (end < value.length() && value.charAt(end) != ',') {
      return MALFORMED;
    }
    if (afterCommas(value, end) < value.length()) {
      return WHOLE;
    }
    return of(number(value, first, dash), number(value, dash + 1, last), size);
  }

  private static ByteRange of(int first, int last, int size) {
    if (first == ABSENT) {
      return last == ABSENT ? MALFORMED : suffix(last, size);
    }
    if (last != ABSENT && last < first) {
      return MALFORMED;
    }
    if (first >= size) {
      return UNSATISFIABLE;
    }
    int end = last == ABSENT || last >= size ? size : last + 1;
    return new ByteRange(Kind.PART, first, end - first);
  }

  private static ByteRange suffix(int length, int size) {
    if (length == 0) {
      return UNSATISFIABLE;
    }
    int served = Math.min(length, size);
    // Content-Range has no way to speak of nothing (RFC 9110, section 14.4).
    return served == 0 ? WHOLE : new ByteRange(Kind.PART, size - served, served);
  }

  private static int afterDigits(String value, int at) {
    while (at < value.length() && value.charAt(at) >= '0' && value.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /** The number between two places; one that is too large for an int counts as the largest. */
  private static int number(String value, int start, int end) {
    long number = start == end ? ABSENT : 0;
    for (int i = start; i < end; i++) {
      number = Math.min(number * 10 + value.charAt(i) - '0', Integer.MAX_VALUE);
    }
    return (int) number;
  }
}
