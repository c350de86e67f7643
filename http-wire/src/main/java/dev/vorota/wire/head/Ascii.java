package dev.vorota.wire.head;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Classes of octets in heads (RFC 9110, section 5.6; RFC 9112, section 3). */
final class Ascii {

  private static final byte TOKEN = 1;
  private static final byte FIELD_TEXT = 2;
  private static final byte TARGET = 4;
  private static final byte[] CLASSES = classes();
  private static final byte[] LOWER = lower();

  /** Reads eight octets at once, the first one in the lowest bits. */
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EIGHT_ONES = 0x0101_0101_0101_0101L;
  private static final long EIGHT_HIGH_BITS = EIGHT_ONES << 7;
  private static final long EIGHT_LINE_FEEDS = EIGHT_ONES * '\n';
  private static final long EIGHT_SPACES = EIGHT_ONES * ' ';
  private static final long EIGHT_DELETES = EIGHT_ONES * 0x7f;

  private Ascii() {}

  /** Whether an octet may stand in a method or field name. */
  static boolean isToken(byte b) {
    return (CLASSES[b & 0xff] & TOKEN) != 0;
  }

  /** Whether an octet may stand in a field's value. */
  static boolean isFieldText(byte b) {
    return (CLASSES[b & 0xff] & FIELD_TEXT) != 0;
  }

  /** Whether an octet may stand in a request's target. */
  static boolean isTarget(byte b) {
    return (CLASSES[b & 0xff] & TARGET) != 0;
  }

  static byte lower(byte b) {
    return LOWER[b & 0xff];
  }

  static int hash(int hash, byte b) {
    return hash * 31 + LOWER[b & 0xff];
  }

  /**
   * @param other in lower case
   */
  static boolean equalsIgnoreCase(byte[] bytes, int start, int end, String other) {
    if (end - start != other.length()) {
      return false;
    }
    for (int i = 0; i < other.length(); i++) {
      if (LOWER[bytes[start + i] & 0xff] != other.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text stands at this place, in the same case. */
  static boolean isAt(byte[] bytes, int at, String text) {
    if (at + text.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where the next line feed stands, or {@code to} where there is none before it. */
  static int lineFeed(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long differences = (long) EIGHT_BYTES.get(bytes, at) ^ EIGHT_LINE_FEEDS;
      long zeros = (differences - EIGHT_ONES) & ~differences & EIGHT_HIGH_BITS;
      if (zeros != 0) {
        return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
      }
    }
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Where the first octet stands that is none of a field's value. There has to be one. */
  static int endOfFieldText(byte[] bytes, int from) {
    int at = from;
    while (at + Long.BYTES <= bytes.length) {
      long octets = (long) EIGHT_BYTES.get(bytes, at);
      long below = (octets - EIGHT_SPACES) & ~octets;
      long differences = octets ^ EIGHT_DELETES;
      long deletes = (differences - EIGHT_ONES) & ~differences;
      if (((below | deletes) & EIGHT_HIGH_BITS) != 0) {
        break; // maybe a tab, which a value may hold
      }
      at += Long.BYTES;
    }
    while (isFieldText(bytes[at])) {
      at++;
    }
    return at;
  }

  private static byte[] classes() {
    byte[] classes = new byte[256];
    for (int c = 0; c < classes.length; c++) {
      if ((Character.isLetterOrDigit(c) && c < 0x80) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0) {
        classes[c] |= TOKEN;
      }
      if (c == '\t' || (c >= ' ' && c != 0x7f)) {
        classes[c] |= FIELD_TEXT;
      }
      if (c > ' ' && c < 0x7f && c != '#') {
        classes[c] |= TARGET;
      }
    }
    return classes;
  }

  private static byte[] lower() {
    byte[] lower = new byte[256];
    for (int c = 0; c < lower.length; c++) {
      lower[c] = (byte) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return lower;
  }
}
