package dev.vorota.wire.head;

/** Classes of octets in heads (RFC 9110, section 5.6; RFC 9112, section 3). */
final class Ascii {

  private static final byte TOKEN = 1;
  private static final byte FIELD_TEXT = 2;
  private static final byte TARGET = 4;
  private static final byte[] CLASSES = classes();
  private static final byte[] LOWER = lower();

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
