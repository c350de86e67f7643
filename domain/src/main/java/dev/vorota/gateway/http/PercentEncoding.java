package dev.vorota.gateway.http;

/** Octets as a URI may write them: {@code %2F} (RFC 3986, section 2.1). */
public final class PercentEncoding {

  /** How many characters stand for an octet. */
  public static final int LENGTH = 3;

  private PercentEncoding() {}

  /** The octet that is written at a place, which holds the percent sign; -1 where it is broken. */
  public static int octet(String text, int at) {
    if (at + LENGTH > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
