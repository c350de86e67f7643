package dev.vorota.gateway.upstream;

/**
 * One address that serves an upstream.
 *
 * @param host a name or an address
 * @param port from 1 to 65535
 */
public record Endpoint(String host, int port) {

  public Endpoint {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be from 1 to 65535: " + port + ".");
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
