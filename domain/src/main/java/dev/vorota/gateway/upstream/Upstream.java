package dev.vorota.gateway.upstream;

import java.util.List;

/**
 * A service behind the gateway.
 *
 * @param name what it is called in configuration, metrics and logs
 * @param endpoints the addresses that serve it, at least one
 */
public record Upstream(String name, List<Endpoint> endpoints) {

  public Upstream {
    endpoints = List.copyOf(endpoints);
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("endpoints must not be empty: " + name + ".");
    }
  }
}
