package dev.vorota.adapters.out.upstream.http.admission;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.resilience.CircuitBreaker;
import dev.vorota.gateway.resilience.CircuitBreakers;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.Overload;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.exchange.Upstreams;
import dev.vorota.wire.time.TimerWheel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Lets exchanges through to the upstreams of one event loop where neither the gateway is
 * overloaded, nor the route's circuit is open, nor the upstream has as much under way as it may
 * have; and ends those that take too long in all. A route that declares nothing of it is passed on
 * as it is. Confined to that loop.
 */
public final class AdmittedUpstreams implements Upstreams {

  private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final Upstreams inner;
  private final LiveUpstreams live;
  private final CircuitBreakers breakers;
  private final TimerWheel timers;
  private final Executor loop;
  private final @Nullable Overload overload;
  private final Map<String, Conditions> known = new HashMap<>();

  /**
   * @param inner asks the endpoints
   * @param loop runs what is to be done on the loop
   * @param overload how overloaded the loop is, or null where nobody wants to know
   */
  public AdmittedUpstreams(
      Upstreams inner,
      LiveUpstreams live,
      CircuitBreakers breakers,
      TimerWheel timers,
      Executor loop,
      @Nullable Overload overload) {
    this.inner = inner;
    this.live = live;
    this.breakers = breakers;
    this.timers = timers;
    this.loop = loop;
    this.overload = overload;
  }

  @Override
  public UpstreamExchange open(UpstreamCall call, UpstreamListener listener) {
    Action.Forward action = call.action();
    ForwardPolicy policy = action.policy();
    if (overload != null && overload.refuses(policy.priority())) {
      listener.failed(UpstreamFailure.GATEWAY_OVERLOADED);
      return Refused.EXCHANGE;
    }
    if (policy.breaker() == null
        && policy.timeouts().total() == null
        && action.upstream().concurrency() == null) {
      return inner.open(call, listener);
    }
    Conditions conditions = of(call);
    CircuitBreaker breaker = conditions.breaker();
    CircuitBreaker.Passage passage = breaker == null ? null : breaker.enter();
    if (breaker != null && passage == null) {
      listener.add(new Header("retry-after", retryAfter(breaker)));
      listener.failed(UpstreamFailure.CIRCUIT_OPEN);
      return Refused.EXCHANGE;
    }
    AdmittedExchange exchange = new AdmittedExchange(this, call, listener, passage);
    exchange.start(conditions.limit());
    return exchange;
  }

  Upstreams inner() {
    return inner;
  }

  TimerWheel timers() {
    return timers;
  }

  Executor loop() {
    return loop;
  }

  private static String retryAfter(CircuitBreaker breaker) {
    long seconds = (breaker.openNanos() + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND;
    return Long.toString(Math.max(1, seconds));
  }

  private Conditions of(UpstreamCall call) {
    Conditions found = known.get(call.route());
    if (found == null || !found.areOf(call.action())) {
      found = Conditions.of(call.route(), call.action(), breakers, live);
      known.put(call.route(), found);
    }
    return found;
  }
}
