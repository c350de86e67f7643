package dev.vorota.gateway.access;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which address a request comes from. */
public final class ClientAddress {

  private ClientAddress() {}

  /**
   * The peer; where the peer is a trusted proxy, the last address of {@code X-Forwarded-For} that
   * is none. What stands before that address was written by strangers and is not read. Where each
   * address is trusted it is the first; an entry that is no address ends the walk at the one after
   * it.
   *
   * @param forwardedFor the values of the fields in the order in which they came
   */
  public static InetAddress resolve(
      InetAddress peer, List<String> forwardedFor, TrustedProxies trusted) {
    InetAddress client = peer;
    for (int i = forwardedFor.size() - 1; i >= 0; i--) {
      String value = forwardedFor.get(i);
      int end = value.length();
      while (end >= 0) {
        if (!trusted.contains(client)) {
          return client;
        }
        int start = value.lastIndexOf(',', end - 1) + 1;
        InetAddress named = parse(value.substring(start, end).strip());
        if (named == null) {
          return client;
        }
        client = named;
        end = start - 1;
      }
    }
    return client;
  }

  /**
   * What a client is limited by: an IPv4 address whole, an IPv6 address by its first 64 bits, since
   * a client has all the others for itself (RFC 6177).
   */
  public static String limitKey(InetAddress client) {
    return client instanceof Inet4Address
        ? client.getHostAddress()
        : HexFormat.of().toHexDigits(AddressBlock.high(client)) + "/64";
  }

  /** An address, in brackets or not, with a port or not: some proxies write both. */
  private static @Nullable InetAddress parse(String entry) {
    if (entry.startsWith("[")) {
      int close = entry.indexOf(']');
      boolean ipv6 = close > 0 && entry.lastIndexOf(':', close) > 0;
      return ipv6 && isPort(entry, close + 1)
          ? AddressLiteral.parse(entry.substring(1, close))
          : null;
    }
    int colon = entry.indexOf(':');
    if (colon >= 0 && entry.indexOf('.') >= 0 && entry.indexOf('.') < colon) {
      return isPort(entry, colon) ? AddressLiteral.parse(entry.substring(0, colon)) : null;
    }
    return AddressLiteral.parse(entry);
  }

  /** Whether nothing follows, or a colon and 1 to 5 digits. */
  private static boolean isPort(String entry, int from) {
    if (from == entry.length()) {
      return true;
    }
    if (entry.charAt(from) != ':' || from + 1 == entry.length() || entry.length() - from > 6) {
      return false;
    }
    for (int i = from + 1; i < entry.length(); i++) {
      if (entry.charAt(i) < '0' || entry.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
