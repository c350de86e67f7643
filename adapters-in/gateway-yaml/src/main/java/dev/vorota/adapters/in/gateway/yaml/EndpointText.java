package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.gateway.access.AddressBlocks;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.routing.HostPattern;
import java.util.List;

/** Reads an endpoint from a URL such as {@code http://10.0.0.7:8080} or {@code https://host}. */
final class EndpointText {

  private static final String SCHEME = "http://";
  private static final String SECURE_SCHEME = "https://";
  private static final int USUAL_PORT = 80;
  private static final int DNS_PORT = 53;
  private static final int USUAL_SECURE_PORT = 443;
  private static final int LONGEST_PORT = 5;

  private EndpointText() {}

  /**
   * An IPv6 address need not be in brackets where a port follows it.
   *
   * @throws IllegalArgumentException if the text is no such URL
   */
  static Endpoint parse(String text) {
    boolean secure = isSecure(text);
    if (!secure && !text.startsWith(SCHEME)) {
      throw malformed(text);
    }
    String authority =
        text.substring(
            (secure ? SECURE_SCHEME : SCHEME).length(),
            text.length() - (text.endsWith("/") ? 1 : 0));
    return parts(authority, secure ? USUAL_SECURE_PORT : USUAL_PORT, text);
  }

  /**
   * Reads a DNS server from an address with or without a port.
   *
   * @throws IllegalArgumentException if the text is no such address
   */
  static Endpoint server(String text) {
    try {
      Endpoint server = parts(text, DNS_PORT, text);
      AddressBlocks.of(List.of(server.host()));
      return server;
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "Expected an address such as 10.0.0.53 or 10.0.0.53:8600: " + text + ".", malformed);
    }
  }

  private static Endpoint parts(String authority, int usualPort, String text) {
    int colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    if (!isHost(bare)) {
      throw malformed(text);
    }
    return new Endpoint(bare, colon < 0 ? usualPort : port(authority.substring(colon + 1), text));
  }

  /** Whether the endpoint is spoken with over TLS. */
  static boolean isSecure(String text) {
    return text.startsWith(SECURE_SCHEME);
  }

  private static boolean isHost(String host) {
    try {
      return !HostPattern.parse(host.indexOf(':') < 0 ? host : "[" + host + "]").wildcard();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static int port(String digits, String text) {
    if (!isPort(digits)) {
      throw new IllegalArgumentException("Expected a port from 1 to 65535: " + text + ".");
    }
    return Integer.parseInt(digits);
  }

  static boolean isPort(String digits) {
    boolean number =
        !digits.isEmpty()
            && digits.length() <= LONGEST_PORT
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = number ? Integer.parseInt(digits) : 0;
    return port >= 1 && port <= 65_535;
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "Expected an endpoint such as http://host:port or https://host: " + text + ".");
  }
}
