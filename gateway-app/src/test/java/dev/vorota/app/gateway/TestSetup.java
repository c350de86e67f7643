package dev.vorota.app.gateway;

import dev.vorota.adapters.in.gateway.http.FrontLimits;
import dev.vorota.adapters.out.upstream.http.endpoint.UpstreamLimits;
import dev.vorota.gateway.access.TrustedProxies;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.Timeouts;
import dev.vorota.gateway.upstream.Upstream;
import java.io.IOException;
import java.util.List;

/**
 * What a {@link TestGateway} is made of. Unless a test says otherwise there is one event loop, and
 * nothing is sent again, so that a test sees each failure as it is.
 */
record TestSetup(
    Upstream upstream,
    ForwardPolicy policy,
    FrontLimits limits,
    UpstreamLimits upstreamLimits,
    TrustedProxies trusted,
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
        new ForwardPolicy(Timeouts.DEFAULTS, RetryPolicy.NONE),
        FrontLimits.DEFAULTS,
        UpstreamLimits.DEFAULTS,
        TrustedProxies.none(),
        0,
        1);
  }

  TestSetup with(ForwardPolicy itsPolicy) {
    return new TestSetup(upstream, itsPolicy, limits, upstreamLimits, trusted, port, loops);
  }

  TestSetup within(FrontLimits itsLimits) {
    return new TestSetup(upstream, policy, itsLimits, upstreamLimits, trusted, port, loops);
  }

  TestSetup within(UpstreamLimits itsLimits) {
    return new TestSetup(upstream, policy, limits, itsLimits, trusted, port, loops);
  }

  TestSetup waiting(Timeouts timeouts) {
    return with(new ForwardPolicy(timeouts, policy.retries()));
  }

  TestSetup trusting(TrustedProxies proxies) {
    return new TestSetup(upstream, policy, limits, upstreamLimits, proxies, port, loops);
  }

  TestSetup on(int itsPort, int itsLoops) {
    return new TestSetup(upstream, policy, limits, upstreamLimits, trusted, itsPort, itsLoops);
  }

  TestGateway start() throws IOException {
    return new TestGateway(this);
  }
}
