package dev.vorota.gateway.endpoint;

import org.jspecify.annotations.Nullable;

/** One address that serves an upstream. Its texts are made once: each request needs them. */
public final class Endpoint {

  private final String host;
  private final int port;
  private final @Nullable String address;
  private final String authority;
  private final String text;

  /**
   * @param host a name or an address
   * @param port from 1 to 65535
   * @throws IllegalArgumentException if the port is none
   */
  public Endpoint(String host, int port) {
    this(host, port, null);
  }

  private Endpoint(String host, int port, @Nullable String address) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be from 1 to 65535: " + port + ".");
    }
    this.host = host;
    this.port = port;
    this.address = address;
    this.authority = text(host, port);
    this.text = address == null ? authority : text(address, port);
  }

  /** The same service at one of the addresses that its name stands for. */
  public Endpoint at(String oneAddress) {
    return new Endpoint(host, port, oneAddress);
  }

  /** A name or an address. */
  public String host() {
    return host;
  }

  /** From 1 to 65535. */
  public int port() {
    return port;
  }

  /** Where to connect to: an address, or the host where none was looked up. */
  public String address() {
    return address == null ? host : address;
  }

  /** What it is asked for: its host, by the name that was declared, and its port. */
  public String authority() {
    return authority;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Endpoint that
            && text.equals(that.text)
            && authority.equals(that.authority));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Where to connect to, and the port. */
  @Override
  public String toString() {
    return text;
  }

  private static String text(String host, int port) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
