package dev.vorota.gateway.upstream;

import java.util.concurrent.atomic.AtomicInteger;

/** Takes the endpoints in turn. */
public final class RoundRobinLoadBalancer implements LoadBalancer {

  private final AtomicInteger turn = new AtomicInteger();

  @Override
  public Endpoint choose(Upstream upstream) {
    int count = upstream.endpoints().size();
    int index = count == 1 ? 0 : Math.floorMod(turn.getAndIncrement(), count);
    return upstream.endpoints().get(index);
  }
}
