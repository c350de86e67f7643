package dev.vorota.gateway.upstream;

/** Chooses which endpoint of an upstream serves a request. Safe to call from every thread. */
public interface LoadBalancer {

  Endpoint choose(Upstream upstream);
}
