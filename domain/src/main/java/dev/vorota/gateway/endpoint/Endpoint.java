package dev.vorota.gateway.endpoint;

import org.jspecify.annotations.Nullable;

/** One address that serves an upstream. Its text is made once: each request needs it. */
public final class Endpoint {

  private final String host;
  private final int port;
  private final String text;

  /**
   * @param host a name or an address
   * @param port from 1 to 65535
   * @throws IllegalArgumentException if the port is none
   */
  public Endpoint(String host, int port) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be from 1 to 65535: " + port + ".");
    }
    this.host = host;
    this.port = port;
    this.text = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** A name or an address. */
  public String host() {
    return host;
  }

  /** From 1 to 65535. */
  public int port() {
    return port;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Endpoint that && text.equals(that.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
