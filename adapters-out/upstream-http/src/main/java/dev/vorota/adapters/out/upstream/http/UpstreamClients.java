package dev.vorota.adapters.out.upstream.http;

import dev.vorota.adapters.out.upstream.http.admission.AdmittedUpstreams;
import dev.vorota.adapters.out.upstream.http.admission.LoopDelay;
import dev.vorota.adapters.out.upstream.http.attempt.BalancedUpstreams;
import dev.vorota.adapters.out.upstream.http.endpoint.PooledEndpoints;
import dev.vorota.adapters.out.upstream.http.endpoint.UpstreamLimits;
import dev.vorota.gateway.resilience.CircuitBreakers;
import dev.vorota.gateway.resilience.Overload;
import dev.vorota.gateway.resilience.OverloadPolicy;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.wire.exchange.Upstreams;
import dev.vorota.wire.time.TimerWheel;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoop;
import io.netty.resolver.AddressResolverGroup;
import java.net.InetSocketAddress;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes each event loop's client of the upstreams. What is known of services and routes is shared;
 * connections, timers and budgets are each loop's own.
 *
 * @param channels makes what the loops can serve
 * @param resolver looks names up without blocking a loop
 * @param live what is known of the upstreams
 * @param breakers those of the routes
 * @param overload when a loop has too much to do, or null where requests are never refused for that
 */
public record UpstreamClients(
    ChannelFactory<? extends Channel> channels,
    AddressResolverGroup<InetSocketAddress> resolver,
    UpstreamLimits limits,
    LiveUpstreams live,
    CircuitBreakers breakers,
    @Nullable OverloadPolicy overload)
    implements Function<EventLoop, Upstreams> {

  @Override
  public Upstreams apply(EventLoop loop) {
    TimerWheel timers = TimerWheel.of(loop);
    SplittableRandom random = new SplittableRandom();
    Overload load = overload == null ? null : new Overload(overload, random);
    if (load != null) {
      LoopDelay.watch(loop, load);
    }
    return new AdmittedUpstreams(
        new BalancedUpstreams(
            live,
            new PooledEndpoints(loop, channels, resolver, limits, timers),
            timers,
            random,
            load),
        live,
        breakers,
        timers,
        loop,
        load);
  }
}
