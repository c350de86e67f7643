package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.transport.Protocol;
import dev.vorota.gateway.upstream.Upstream;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The connections with the endpoints of one upstream on one event loop. Tunnels are HTTP/1.1
 * whatever else is spoken.
 */
final class UpstreamPools {

  private final Protocol protocol;
  private final Reach reach;
  private final Reach multiplexedReach;
  private final Map<Endpoint, EndpointPool> pools = new HashMap<>();
  private final Map<Endpoint, MultiplexedPool> multiplexed = new HashMap<>();

  /**
   * @param reach for HTTP/1.1
   * @param multiplexedReach for HTTP/2
   */
  UpstreamPools(Upstream upstream, Reach reach, Reach multiplexedReach) {
    this.protocol = upstream.transport().protocol();
    this.reach = reach;
    this.multiplexedReach = multiplexedReach;
  }

  UpstreamExchange open(UpstreamCall call, Endpoint endpoint, UpstreamListener listener) {
    if (protocol.isMultiplexed() && !call.tunnel()) {
      MultiplexedPool pool =
          multiplexed.computeIfAbsent(endpoint, of -> new MultiplexedPool(multiplexedReach, of));
      MultiplexedExchange exchange = new MultiplexedExchange(pool, call, endpoint, listener);
      pool.serve(exchange);
      return exchange;
    }
    EndpointPool pool = pools.computeIfAbsent(endpoint, of -> new EndpointPool(reach, of));
    HttpExchange exchange = new HttpExchange(pool, call, endpoint, listener);
    if (protocol == Protocol.H2C) {
      exchange.fail(UpstreamFailure.NO_TUNNEL);
    } else {
      pool.serve(exchange);
    }
    return exchange;
  }

  /** Ends what has lasted for too long, and forgets the endpoints that nobody uses any more. */
  void sweep(long nowNanos) {
    // what ends may be asked for again at once, of an endpoint that has no pool yet
    List.copyOf(pools.values()).forEach(pool -> pool.sweep(nowNanos));
    List.copyOf(multiplexed.values()).forEach(pool -> pool.sweep(nowNanos));
    pools.values().removeIf(EndpointPool::isUnused);
    multiplexed.values().removeIf(MultiplexedPool::isUnused);
  }

  /** Keeps unused connections with these endpoints only. */
  void keepOnly(Set<Endpoint> endpoints) {
    pools.forEach((endpoint, pool) -> pool.keep(endpoints.contains(endpoint)));
    multiplexed.forEach((endpoint, pool) -> pool.keep(endpoints.contains(endpoint)));
  }

  boolean isUnused() {
    return pools.isEmpty() && multiplexed.isEmpty();
  }

  void count(BiConsumer<Endpoint, PoolCounts> counts) {
    pools.forEach((endpoint, pool) -> counts.accept(endpoint, pool.counts()));
    multiplexed.forEach((endpoint, pool) -> counts.accept(endpoint, pool.counts()));
  }
}
