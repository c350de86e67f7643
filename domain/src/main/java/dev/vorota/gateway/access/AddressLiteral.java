package dev.vorota.gateway.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Reads IP addresses from text: IPv4 as four decimal octets without leading zeros, IPv6 as in RFC
 * 4291, section 2.2. No zone, no shorthand such as {@code 127.1}, and never a name: nothing is
 * looked up. {@link InetAddress#ofLiteral} is laxer.
 */
final class AddressLiteral {

  private static final int IPV6_BYTES = 16;

  private AddressLiteral() {}

  /** The address, an IPv4-mapped one as IPv4, or null where the text is none. */
  static @Nullable InetAddress parse(String text) {
    byte[] bytes = text.indexOf(':') >= 0 ? ipv6(text) : ipv4(text);
    if (bytes == null) {
      return null;
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError("an address has 4 or 16 bytes: " + bytes.length, e);
    }
  }

  private static byte @Nullable [] ipv4(String text) {
    byte[] octets = new byte[4];
    return ipv4(text, 0, octets, 0) ? octets : null;
  }

  /** Reads the rest of the text from {@code from} as four octets. */
  private static boolean ipv4(String text, int from, byte[] target, int offset) {
    int position = from;
    for (int octet = 0; octet < 4; octet++) {
      if (octet > 0 && (position == text.length() || text.charAt(position++) != '.')) {
        return false;
      }
      int start = position;
      int value = 0;
      while (position < text.length() && position - start < 3 && isDigit(text.charAt(position))) {
        value = value * 10 + text.charAt(position++) - '0';
      }
      boolean leadingZero = position - start > 1 && text.charAt(start) == '0';
      if (position == start || leadingZero || value > 255) {
        return false;
      }
      target[offset + octet] = (byte) value;
    }
    return position == text.length();
  }

  private static byte @Nullable [] ipv6(String text) {
    byte[] bytes = new byte[IPV6_BYTES];
    int filled = 0;
    int gap = -1;
    int position = 0;
    if (text.startsWith("::")) {
      gap = 0;
      position = 2;
    }
    while (position < text.length()) {
      if (filled == IPV6_BYTES) {
        return null;
      }
      int start = position;
      int group = 0;
      int digit;
      while (position < text.length()
          && position - start < 4
          && (digit = hexDigit(text.charAt(position))) >= 0) {
        group = group << 4 | digit;
        position++;
      }
      if (position < text.length() && text.charAt(position) == '.') {
        if (filled > IPV6_BYTES - 4 || !ipv4(text, start, bytes, filled)) {
          return null;
        }
        filled += 4;
        break;
      }
      if (position == start) {
        return null;
      }
      bytes[filled++] = (byte) (group >> 8);
      bytes[filled++] = (byte) group;
      if (position == text.length()) {
        break;
      }
      if (text.charAt(position++) != ':' || position == text.length()) {
        return null;
      }
      if (text.charAt(position) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = filled;
        position++;
      }
    }
    return spread(bytes, filled, gap);
  }

  /** Moves what follows the gap to the end; without a gap the address must be whole. */
  private static byte @Nullable [] spread(byte[] bytes, int filled, int gap) {
    if (gap < 0) {
      return filled == IPV6_BYTES ? bytes : null;
    }
    if (filled == IPV6_BYTES) {
      return null;
    }
    byte[] spread = new byte[IPV6_BYTES];
    System.arraycopy(bytes, 0, spread, 0, gap);
    System.arraycopy(bytes, gap, spread, IPV6_BYTES - filled + gap, filled - gap);
    return spread;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int hexDigit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
