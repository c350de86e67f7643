package dev.vorota.adapters.out.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many requests each limit refused, and on which route. */
final class BlockedMeters {

  private final MeterRegistry registry;
  private final ConcurrentMap<String, ConcurrentMap<String, Counter>> limits =
      new ConcurrentHashMap<>();

  BlockedMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void record(String limit, String route) {
    limits
        .computeIfAbsent(limit, _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(route, _ -> register(limit, route))
        .increment();
  }

  private Counter register(String limit, String route) {
    return Counter.builder("gateway.rate.limit.blocked")
        .description("Requests that a limit refused")
        .tag(Labels.LIMIT, limit)
        .tag(Labels.ROUTE, route)
        .register(registry);
  }
}
