package dev.vorota.app.gateway;

import dev.vorota.adapters.out.upstream.dns.NameLookups;
import dev.vorota.adapters.out.upstream.dns.Resolvers;
import dev.vorota.adapters.out.upstream.probes.EndpointChecks;
import dev.vorota.gateway.upstream.LiveUpstreams;
import io.netty.channel.EventLoop;
import java.util.SplittableRandom;

/** What is done for the upstreams beside all requests, until it is closed. */
record UpstreamUpkeep(EndpointChecks checks, NameLookups lookups) implements AutoCloseable {

  static UpstreamUpkeep start(LiveUpstreams upstreams, Transport transport) {
    EventLoop loop = transport.group().next();
    Resolvers resolvers = new Resolvers(loop, transport.datagrams(), transport.clients());
    return new UpstreamUpkeep(
        EndpointChecks.start(upstreams, new SplittableRandom()),
        NameLookups.start(upstreams, loop, resolvers));
  }

  @Override
  public void close() {
    checks.close();
    lookups.close();
  }
}
