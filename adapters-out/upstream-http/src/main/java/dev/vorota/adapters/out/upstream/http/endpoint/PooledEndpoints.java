package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.adapters.out.upstream.http.attempt.Endpoints;
import dev.vorota.adapters.out.upstream.http.tls.TlsClient;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.transport.Protocol;
import dev.vorota.gateway.transport.TransportPolicy;
import dev.vorota.gateway.upstream.LiveUpstream;
import dev.vorota.gateway.upstream.Upstream;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.time.TimerWheel;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints as one event loop sees them, with connections of its own. Nothing here is shared
 * with other loops, so nothing is locked.
 */
final class PooledEndpoints implements Endpoints {

  private final EndpointClient client;
  private final Connector connector;
  private final TimerWheel timers;
  private final IdentityHashMap<Upstream, UpstreamPools> byUpstream = new IdentityHashMap<>();
  private volatile Map<Upstream, Map<Endpoint, PoolCounts>> counts = Map.of();

  /**
   * @param client what this has in common with the other loops
   */
  PooledEndpoints(EndpointClient client, Connector connector, TimerWheel timers) {
    this.client = client;
    this.connector = connector;
    this.timers = timers;
  }

  @Override
  public UpstreamExchange open(UpstreamCall call, Endpoint endpoint, UpstreamListener listener) {
    Upstream upstream = call.action().upstream();
    UpstreamPools pools = byUpstream.get(upstream);
    if (pools == null) {
      pools = made(upstream);
      byUpstream.put(upstream, pools);
    }
    return pools.open(call, endpoint, listener);
  }

  /** How much was going on about a second ago. Safe to call from every thread. */
  Map<Upstream, Map<Endpoint, PoolCounts>> counts() {
    return counts;
  }

  /** To be called about once a second. */
  void sweep(long nowNanos) {
    Collection<LiveUpstream> live = client.upstreams().all();
    Map<Upstream, Map<Endpoint, PoolCounts>> now = new HashMap<>();
    Iterator<Map.Entry<Upstream, UpstreamPools>> each = byUpstream.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Upstream, UpstreamPools> entry = each.next();
      UpstreamPools pools = entry.getValue();
      Set<Endpoint> members = members(entry.getKey(), live);
      if (members != null) {
        pools.keepOnly(members);
      }
      pools.sweep(nowNanos);
      if (pools.isUnused()) {
        each.remove();
      } else {
        Map<Endpoint, PoolCounts> ofUpstream =
            now.computeIfAbsent(entry.getKey(), _ -> new HashMap<>());
        pools.count((endpoint, some) -> ofUpstream.merge(endpoint, some, PoolCounts::plus));
      }
    }
    counts = now;
  }

  /** The endpoints that serve an upstream now, or null where nobody watches them. */
  private static @Nullable Set<Endpoint> members(Upstream upstream, Collection<LiveUpstream> live) {
    for (LiveUpstream one : live) {
      if (one.declared().equals(upstream)) {
        Set<Endpoint> members = new HashSet<>();
        for (EndpointHealth member : one.members()) {
          members.add(member.endpoint());
        }
        return members;
      }
    }
    return null;
  }

  private UpstreamPools made(Upstream upstream) {
    boolean h2 = upstream.transport().protocol() == Protocol.H2;
    return new UpstreamPools(
        upstream,
        reach(upstream.transport(), TlsClient.HTTP1),
        reach(upstream.transport(), h2 ? TlsClient.H2 : TlsClient.HTTP1));
  }

  private Reach reach(TransportPolicy transport, String protocol) {
    return new Reach(
        connector,
        client.tls().of(transport.tls(), protocol),
        transport.pool().shareOf(client.loops()),
        timers);
  }
}
