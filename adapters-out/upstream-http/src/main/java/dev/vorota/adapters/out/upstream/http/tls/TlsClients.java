package dev.vorota.adapters.out.upstream.http.tls;

import dev.vorota.gateway.transport.Protocol;
import dev.vorota.gateway.transport.TlsPolicy;
import dev.vorota.gateway.transport.TransportPolicy;
import dev.vorota.gateway.upstream.Upstream;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** TLS with all upstreams; those that are alike share one client. Safe to use from every thread. */
public final class TlsClients {

  private record Kind(TlsPolicy policy, String protocol) {}

  private final Map<Kind, TlsClient> clients = new ConcurrentHashMap<>();

  /** Makes what these need, and forgets what they do not. Blocks for a while. */
  public void prepare(Collection<Upstream> upstreams) {
    Set<Kind> needed = new HashSet<>();
    for (Upstream upstream : upstreams) {
      TransportPolicy transport = upstream.transport();
      TlsPolicy policy = transport.tls();
      if (policy != null) {
        needed.add(new Kind(policy, TlsClient.HTTP1));
      }
      if (policy != null && transport.protocol() == Protocol.H2) {
        needed.add(new Kind(policy, TlsClient.H2));
      }
    }
    needed.forEach(this::made);
    clients.keySet().retainAll(needed);
  }

  /**
   * TLS after a policy; null where there is none.
   *
   * @param protocol the only one that is offered
   */
  public @Nullable TlsClient of(@Nullable TlsPolicy policy, String protocol) {
    return policy == null ? null : made(new Kind(policy, protocol));
  }

  private TlsClient made(Kind kind) {
    return clients.computeIfAbsent(kind, of -> TlsClient.of(of.policy(), of.protocol()));
  }
}
