package dev.vorota.adapters.out.upstream.http.tls;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.transport.TlsIdentity;
import dev.vorota.gateway.transport.TlsPolicy;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.util.NetUtil;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/**
 * TLS as the endpoints of an upstream are spoken with, by the JDK's own provider. Making one reads
 * certificates, so it is made before an event loop needs it. Safe to use from every thread.
 */
public final class TlsClient {

  /** HTTP/2 by ALPN (RFC 9113, section 3.1). */
  public static final String H2 = "h2";

  /** HTTP/1.1 by ALPN (RFC 7301, section 6). */
  public static final String HTTP1 = "http/1.1";

  private static final X509Certificate[] NONE = {};

  private final TlsPolicy policy;
  private final String protocol;
  private final SslContext context;

  private TlsClient(TlsPolicy policy, String protocol, SslContext context) {
    this.policy = policy;
    this.protocol = protocol;
    this.context = context;
  }

  /**
   * @param protocol the only one that is offered by ALPN
   * @throws IllegalArgumentException if key and certificates are of no use together
   */
  public static TlsClient of(TlsPolicy policy, String protocol) {
    SslContextBuilder builder =
        SslContextBuilder.forClient()
            .sslProvider(SslProvider.JDK)
            .protocols("TLSv1.3", "TLSv1.2")
            .applicationProtocolConfig(
                new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    protocol));
    if (policy.insecure()) {
      builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
    } else if (!policy.authorities().isEmpty()) {
      builder.trustManager(policy.authorities().toArray(NONE));
    }
    TlsIdentity identity = policy.identity();
    if (identity != null) {
      builder.keyManager(identity.key(), identity.chain().toArray(NONE));
    }
    try {
      return new TlsClient(policy, protocol, builder.build());
    } catch (SSLException unfit) {
      throw new IllegalArgumentException(
          "key and certificates must fit together: " + policy.identity() + ".", unfit);
    }
  }

  /** What makes one connection with an endpoint secure. */
  public SslHandler handler(Endpoint endpoint, ByteBufAllocator allocator) {
    String name = Objects.requireNonNullElseGet(policy.serverName(), endpoint::host);
    SSLEngine engine = context.newEngine(allocator, name, endpoint.port());
    SSLParameters parameters = engine.getSSLParameters();
    if (!isAddress(name)) {
      parameters.setServerNames(List.of(new SNIHostName(name)));
    }
    if (!policy.insecure()) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    engine.setSSLParameters(parameters);
    return new SslHandler(engine);
  }

  /**
   * Whether both ends mean to speak the same over a connection that is secure now. Who says nothing
   * speaks HTTP/1.1.
   */
  public boolean agrees(SslHandler secure) {
    return protocol.equals(HTTP1) || protocol.equals(secure.applicationProtocol());
  }

  /** An address is no server name (RFC 6066, section 3). */
  private static boolean isAddress(String name) {
    return NetUtil.isValidIpV4Address(name) || NetUtil.isValidIpV6Address(name);
  }
}
