package dev.vorota.gateway.transport;

import org.jspecify.annotations.Nullable;

/**
 * How an upstream's endpoints are spoken with.
 *
 * @param tls how it is done over TLS, or null where it is not
 * @param pool how many connections there are, and for how long
 */
public record TransportPolicy(Protocol protocol, @Nullable TlsPolicy tls, PoolPolicy pool) {

  /** What holds where nothing is configured. */
  public static final TransportPolicy DEFAULTS =
      new TransportPolicy(Protocol.HTTP1, null, PoolPolicy.DEFAULTS);

  public TransportPolicy {
    if (protocol == Protocol.H2 && tls == null) {
      throw new IllegalArgumentException("h2 goes over TLS; without it there is h2c: h2.");
    }
    if (protocol == Protocol.H2C && tls != null) {
      throw new IllegalArgumentException("h2c goes without TLS; over it there is h2: h2c.");
    }
  }

  /** The same, with connections after another policy. */
  public TransportPolicy with(PoolPolicy other) {
    return new TransportPolicy(protocol, tls, other);
  }
}
