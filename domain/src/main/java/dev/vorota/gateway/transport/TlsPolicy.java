package dev.vorota.gateway.transport;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How endpoints are spoken with over TLS (RFC 8446). The endpoint has to prove that it has the name
 * that it is asked by (RFC 9110, section 4.3.4).
 *
 * @param authorities who may vouch for an endpoint; none for those that the system trusts
 * @param serverName the name that it is asked by (SNI, RFC 6066, section 3) and has to prove; null
 *     for the host that its address names
 * @param identity what the gateway shows of itself, or null for nothing
 * @param insecure whether anybody is believed to be the endpoint
 */
public record TlsPolicy(
    List<X509Certificate> authorities,
    @Nullable String serverName,
    @Nullable TlsIdentity identity,
    boolean insecure) {

  /** What holds where nothing is configured. */
  public static final TlsPolicy DEFAULTS = new TlsPolicy(List.of(), null, null, false);

  public TlsPolicy {
    authorities = List.copyOf(authorities);
    if (insecure && !authorities.isEmpty()) {
      throw new IllegalArgumentException(
          "insecure believes anybody, so authorities must be left out: "
              + authorities.size()
              + ".");
    }
  }
}
