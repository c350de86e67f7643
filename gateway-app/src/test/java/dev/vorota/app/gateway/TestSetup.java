package dev.vorota.app.gateway;

import dev.vorota.adapters.in.gateway.http.FrontLimits;
import dev.vorota.gateway.access.TrustedProxies;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.OverloadPolicy;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.Timeouts;
import dev.vorota.gateway.transport.PoolPolicy;
import dev.vorota.gateway.transport.TransportPolicy;
import dev.vorota.gateway.upstream.Upstream;
import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TestGateway} is made of. Unless a test says otherwise there is one event loop, and
 * nothing is sent again, so that a test sees each failure as it is.
 */
record TestSetup(
    Upstream upstream,
    ForwardPolicy policy,
    FrontLimits limits,
    TrustedProxies trusted,
    @Nullable OverloadPolicy overload,
    LongSupplier nanoClock,
    int port,
    int loops) {

  static TestSetup before(ScriptedUpstream upstream) {
    return before(List.of(new Endpoint("127.0.0.1", upstream.port())));
  }

  static TestSetup before(List<Endpoint> endpoints) {
    return before(Upstream.of("scripted", endpoints));
  }

  static TestSetup before(Upstream upstream) {
    return new TestSetup(
        upstream,
        ForwardPolicy.of(Timeouts.DEFAULTS, RetryPolicy.NONE),
        FrontLimits.DEFAULTS,
        TrustedProxies.none(),
        null,
        System::nanoTime,
        0,
        1);
  }

  TestSetup with(ForwardPolicy itsPolicy) {
    return new TestSetup(upstream, itsPolicy, limits, trusted, overload, nanoClock, port, loops);
  }

  TestSetup within(FrontLimits itsLimits) {
    return new TestSetup(upstream, policy, itsLimits, trusted, overload, nanoClock, port, loops);
  }

  TestSetup with(TransportPolicy transport) {
    return new TestSetup(
        upstream.with(transport), policy, limits, trusted, overload, nanoClock, port, loops);
  }

  TestSetup with(PoolPolicy pool) {
    return with(upstream.transport().with(pool));
  }

  TestSetup waiting(Timeouts timeouts) {
    return with(ForwardPolicy.of(timeouts, policy.retries()));
  }

  TestSetup trusting(TrustedProxies proxies) {
    return new TestSetup(upstream, policy, limits, proxies, overload, nanoClock, port, loops);
  }

  TestSetup on(int itsPort, int itsLoops) {
    return new TestSetup(upstream, policy, limits, trusted, overload, nanoClock, itsPort, itsLoops);
  }

  TestSetup shedding(OverloadPolicy itsOverload) {
    return new TestSetup(upstream, policy, limits, trusted, itsOverload, nanoClock, port, loops);
  }

  /** Breakers go by this clock. */
  TestSetup by(LongSupplier clock) {
    return new TestSetup(upstream, policy, limits, trusted, overload, clock, port, loops);
  }

  /** Two endpoints of which the same upstream hears: one by its address, one by its name. */
  static List<Endpoint> twice(ScriptedUpstream upstream) {
    return List.of(
        new Endpoint("127.0.0.1", upstream.port()), new Endpoint("localhost", upstream.port()));
  }

  TestGateway start() throws IOException {
    return new TestGateway(this);
  }
}
