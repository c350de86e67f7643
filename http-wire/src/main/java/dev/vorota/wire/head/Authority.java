package dev.vorota.wire.head;

/**
 * Checks the host and port that a request is for (RFC 3986, section 3.2; RFC 9110, section 7.2). A
 * comma is refused although the grammar has it: in {@code X-Forwarded-Host} it would read as two
 * hosts.
 */
final class Authority {

  /** What is expected, as a phrase. */
  static final String EXPECTED = "a host and maybe a port, without user information";

  private static final String NAME_MARKS = "-._~!$&'()*+;=";
  private static final int MOST_PORT_DIGITS = 5;
  private static final int HIGHEST_PORT = 65_535;

  private Authority() {}

  static boolean isValid(String text) {
    int end = text.startsWith("[") ? literalEnd(text) : nameEnd(text);
    return end > 0 && (end == text.length() || isPort(text, end));
  }

  /** Where an address in brackets ends, or 0 where it is none. */
  private static int literalEnd(String text) {
    int at = 1;
    while (at < text.length() && isAddress(text.charAt(at))) {
      at++;
    }
    return at > 2 && at < text.length() && text.charAt(at) == ']' ? at + 1 : 0;
  }

  private static boolean isAddress(char c) {
    return isHex(c) || c == ':' || c == '.';
  }

  /** Where a name or an IPv4 address ends, or 0 where it is none. */
  private static int nameEnd(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) != ':') {
      char c = text.charAt(at);
      if (c == '%') {
        if (at + 2 >= text.length() || !isHex(text.charAt(at + 1)) || !isHex(text.charAt(at + 2))) {
          return 0;
        }
        at += 3;
      } else if (isLetterOrDigit(c) || NAME_MARKS.indexOf(c) >= 0) {
        at++;
      } else {
        return 0;
      }
    }
    return at;
  }

  /** A colon and maybe a number: the port may be left out (RFC 3986, section 3.2.3). */
  private static boolean isPort(String text, int colon) {
    int port = 0;
    if (text.charAt(colon) != ':' || text.length() - colon - 1 > MOST_PORT_DIGITS) {
      return false;
    }
    for (int i = colon + 1; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      port = port * 10 + digit;
    }
    return port <= HIGHEST_PORT;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
