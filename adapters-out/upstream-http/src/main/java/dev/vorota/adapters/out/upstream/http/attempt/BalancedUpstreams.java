package dev.vorota.adapters.out.upstream.http.attempt;

import dev.vorota.gateway.balancing.Balancer;
import dev.vorota.gateway.resilience.Overload;
import dev.vorota.gateway.resilience.RetryBudget;
import dev.vorota.gateway.upstream.LiveUpstream;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.gateway.upstream.Upstream;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.exchange.Upstreams;
import dev.vorota.wire.time.TimerWheel;
import java.util.IdentityHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The upstreams as one event loop sees them: finds for each exchange an endpoint that gives an
 * answer. Confined to that loop.
 */
public final class BalancedUpstreams implements Upstreams {

  private final LiveUpstreams live;
  private final Endpoints endpoints;
  private final TimerWheel timers;
  private final RandomGenerator random;
  private final @Nullable Overload overload;
  private final IdentityHashMap<Upstream, LoopUpstream> known = new IdentityHashMap<>();

  /**
   * @param overload hears what is under way, or null where nobody wants to know
   */
  public BalancedUpstreams(
      LiveUpstreams live,
      Endpoints endpoints,
      TimerWheel timers,
      RandomGenerator random,
      @Nullable Overload overload) {
    this.live = live;
    this.endpoints = endpoints;
    this.timers = timers;
    this.random = random;
    this.overload = overload;
  }

  @Override
  public UpstreamExchange open(UpstreamCall call, UpstreamListener listener) {
    RetriedExchange exchange =
        new RetriedExchange(this, of(call.action().upstream()), call, listener);
    exchange.start();
    return exchange;
  }

  /** An exchange begins. */
  void began() {
    if (overload != null) {
      overload.began();
    }
  }

  /** An exchange that began is over. */
  void ended() {
    if (overload != null) {
      overload.ended();
    }
  }

  Endpoints endpoints() {
    return endpoints;
  }

  TimerWheel timers() {
    return timers;
  }

  RandomGenerator random() {
    return random;
  }

  private LoopUpstream of(Upstream upstream) {
    LoopUpstream found = known.get(upstream);
    if (found == null) {
      found = made(upstream);
      known.put(upstream, found);
    }
    return found;
  }

  private LoopUpstream made(Upstream upstream) {
    LiveUpstream alive = live.of(upstream);
    return new LoopUpstream(
        alive,
        new Balancer(alive, upstream.balancing().strategy(random, System::nanoTime)),
        new RetryBudget(upstream.retryBudget(), System::nanoTime));
  }
}
