package dev.vorota.adapters.out.upstream.http;

import dev.vorota.adapters.out.upstream.http.admission.AdmittedUpstreams;
import dev.vorota.adapters.out.upstream.http.admission.LoopDelay;
import dev.vorota.adapters.out.upstream.http.attempt.BalancedUpstreams;
import dev.vorota.adapters.out.upstream.http.endpoint.EndpointClient;
import dev.vorota.gateway.resilience.CircuitBreakers;
import dev.vorota.gateway.resilience.Overload;
import dev.vorota.gateway.resilience.OverloadPolicy;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.wire.exchange.Upstreams;
import dev.vorota.wire.time.TimerWheel;
import io.netty.channel.EventLoop;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes each event loop's client of the upstreams. What is known of services and routes is shared;
 * connections, timers and budgets are each loop's own.
 *
 * @param endpoints speaks with the endpoints
 * @param live what is known of the upstreams
 * @param breakers those of the routes
 * @param overload when a loop has too much to do, or null where requests are never refused for that
 */
public record UpstreamClients(
    EndpointClient endpoints,
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
        new BalancedUpstreams(live, endpoints.on(loop, timers), timers, random, load),
        live,
        breakers,
        timers,
        loop,
        load);
  }
}
