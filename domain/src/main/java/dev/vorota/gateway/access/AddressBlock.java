package dev.vorota.gateway.access;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * A block of addresses in CIDR notation (RFC 4632, section 3.1). IPv4 lives in {@code
 * ::ffff:0:0/96}, so that one comparison serves both families.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 * @param prefixLength how many bits count, of 128
 */
record AddressBlock(long high, long low, int prefixLength) {

  private static final int IPV4_PREFIX = 96;
  private static final long IPV4_MAPPED = 0xffff_0000_0000L;
  private static final String EXPECTED =
      "an address or a block such as 10.0.0.0/8 or 2001:db8::/32";

  /**
   * @throws IllegalArgumentException if the text is neither an address nor a block, or a block has
   *     bits set after its prefix
   */
  static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    InetAddress address = AddressLiteral.parse(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      throw malformed(text);
    }
    // An IPv4-mapped literal reads as IPv4, while its prefix counts all of the 128 bits.
    boolean mapped = address instanceof Inet4Address && text.indexOf(':') >= 0;
    int offset = address instanceof Inet4Address && !mapped ? IPV4_PREFIX : 0;
    int length = slash < 0 ? 128 : offset + prefixLength(text, slash + 1, 128 - offset);
    if (mapped && length < IPV4_PREFIX) {
      throw malformed(text);
    }
    AddressBlock block = new AddressBlock(high(address), low(address), length);
    if (block.high() != (block.high() & mask(length))
        || block.low() != (block.low() & mask(length - 64))) {
      throw new IllegalArgumentException(
          "A block must have no bits set after its prefix: " + text + ".");
    }
    return block;
  }

  boolean contains(InetAddress address) {
    return ((high(address) ^ high) & mask(prefixLength)) == 0
        && ((low(address) ^ low) & mask(prefixLength - 64)) == 0;
  }

  /** The first 64 bits of an address, as IPv6. */
  static long high(InetAddress address) {
    return address instanceof Inet4Address ? 0 : bits(address.getAddress(), 0, 8);
  }

  private static long low(InetAddress address) {
    return address instanceof Inet4Address
        ? IPV4_MAPPED | bits(address.getAddress(), 0, 4)
        : bits(address.getAddress(), 8, 8);
  }

  private static long bits(byte[] bytes, int from, int count) {
    long bits = 0;
    for (int i = from; i < from + count; i++) {
      bits = bits << 8 | (bytes[i] & 0xff);
    }
    return bits;
  }

  private static long mask(int length) {
    return length <= 0 ? 0 : length >= 64 ? -1 : -1L << (64 - length);
  }

  private static int prefixLength(String text, int from, int max) {
    int length = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || i - from > 2) {
        throw malformed(text);
      }
      length = length * 10 + c - '0';
    }
    if (from == text.length() || length > max) {
      throw malformed(text);
    }
    return length;
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException("Expected " + EXPECTED + ": " + text + ".");
  }
}
