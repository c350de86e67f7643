package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.adapters.out.upstream.http.attempt.Endpoints;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.wire.connection.GatheredWrites;
import dev.vorota.wire.connection.ReadBuffers;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.time.TimerWheel;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.resolver.AddressResolverGroup;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The endpoints as one event loop sees them, with a pool of idle connections for each endpoint.
 * Nothing here is shared with other loops, so nothing is locked.
 */
public final class PooledEndpoints implements Endpoints {

  private static final long SWEEP_MILLIS = 1_000;

  private final EventLoop loop;
  private final Bootstrap bootstrap;
  private final UpstreamLimits limits;
  private final Map<Endpoint, EndpointPool> pools = new HashMap<>();

  /**
   * @param channels makes what the loop can serve
   * @param resolver looks names up without blocking the loop
   * @param timers those of the loop
   */
  public PooledEndpoints(
      EventLoop loop,
      ChannelFactory<? extends Channel> channels,
      AddressResolverGroup<InetSocketAddress> resolver,
      UpstreamLimits limits,
      TimerWheel timers) {
    this.loop = loop;
    this.limits = limits;
    this.bootstrap =
        new Bootstrap()
            .group(loop)
            .channelFactory(channels)
            .resolver(resolver)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
            // an answer may still be read after the request could not be written to its end
            .option(ChannelOption.AUTO_CLOSE, false)
            .option(ChannelOption.RCVBUF_ALLOCATOR, ReadBuffers.INSTANCE)
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    GatheredWrites writes = new GatheredWrites();
                    channel
                        .pipeline()
                        .addLast(writes, new UpstreamConnection(limits, writes, timers));
                  }
                });
    loop.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public UpstreamExchange open(UpstreamCall call, Endpoint endpoint, UpstreamListener listener) {
    HttpExchange exchange = new HttpExchange(this, call, endpoint, listener);
    exchange.start();
    return exchange;
  }

  EventLoop loop() {
    return loop;
  }

  EndpointPool pool(Endpoint endpoint) {
    return pools.computeIfAbsent(endpoint, _ -> new EndpointPool(limits.idleConnections()));
  }

  ChannelFuture connect(Endpoint endpoint, Duration timeout) {
    return bootstrap
        .clone()
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeout.toMillis())
        .connect(endpoint.address(), endpoint.port());
  }

  private void sweep() {
    long now = System.nanoTime();
    pools.values().forEach(pool -> pool.sweep(now));
  }
}
