package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.adapters.out.upstream.http.attempt.Endpoints;
import dev.vorota.adapters.out.upstream.http.tls.TlsClients;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.gateway.upstream.Upstream;
import dev.vorota.wire.connection.ReadBuffers;
import dev.vorota.wire.time.TimerWheel;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.resolver.AddressResolverGroup;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The client of the endpoints: what its event loops have in common. Safe to use from any thread.
 */
public final class EndpointClient {

  private static final long SWEEP_MILLIS = 1_000;

  private final ChannelFactory<? extends Channel> channels;
  private final AddressResolverGroup<InetSocketAddress> resolver;
  private final LiveUpstreams upstreams;
  private final int loops;
  private final TlsClients tls = new TlsClients();
  private final List<PooledEndpoints> parts = new CopyOnWriteArrayList<>();

  /**
   * @param channels makes what the loops can serve
   * @param resolver looks names up without blocking a loop
   * @param upstreams tells which endpoints there are
   * @param loops how many event loops share the connections out
   */
  public EndpointClient(
      ChannelFactory<? extends Channel> channels,
      AddressResolverGroup<InetSocketAddress> resolver,
      LiveUpstreams upstreams,
      int loops) {
    this.channels = channels;
    this.resolver = resolver;
    this.upstreams = upstreams;
    this.loops = loops;
  }

  /** Makes what takes too long for an event loop. To be called whenever the upstreams change. */
  public void prepare(Collection<Upstream> declared) {
    tls.prepare(declared);
  }

  /**
   * The part of an event loop.
   *
   * @param timers those of the loop
   */
  public Endpoints on(EventLoop loop, TimerWheel timers) {
    PooledEndpoints part = new PooledEndpoints(this, connector(loop), timers);
    parts.add(part);
    loop.scheduleWithFixedDelay(
        () -> part.sweep(System.nanoTime()), SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    return part;
  }

  /** How much was going on with the endpoints of an upstream about a second ago. */
  public Map<Endpoint, PoolCounts> counts(Upstream upstream) {
    Map<Endpoint, PoolCounts> all = new HashMap<>();
    for (PooledEndpoints part : parts) {
      part.counts()
          .getOrDefault(upstream, Map.of())
          .forEach((endpoint, some) -> all.merge(endpoint, some, PoolCounts::plus));
    }
    return all;
  }

  LiveUpstreams upstreams() {
    return upstreams;
  }

  int loops() {
    return loops;
  }

  TlsClients tls() {
    return tls;
  }

  private Connector connector(EventLoop loop) {
    return new Connector(
        loop,
        new Bootstrap()
            .group(loop)
            .channelFactory(channels)
            .resolver(resolver)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
            // an answer may still be read after the request could not be written to its end
            .option(ChannelOption.AUTO_CLOSE, false)
            .option(ChannelOption.RCVBUF_ALLOCATOR, ReadBuffers.INSTANCE));
  }
}
