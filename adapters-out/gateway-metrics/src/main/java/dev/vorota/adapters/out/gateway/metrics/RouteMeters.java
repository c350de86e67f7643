package dev.vorota.adapters.out.gateway.metrics;

import dev.vorota.gateway.record.ExchangeRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How many requests each route served, and how long they took. A meter is looked up in the registry
 * once, then found by its route, method and status without a tag being built.
 */
final class RouteMeters {

  private static final int MIN_STATUS = 100;
  private static final int MAX_STATUS = 599;

  /** The statuses, and one more slot for those outside of them. */
  private static final int STATUS_SLOTS = MAX_STATUS - MIN_STATUS + 2;

  /** What such a response begins lasts as long as its socket, which says nothing of the service. */
  private static final int SWITCHING_PROTOCOLS = 101;

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofNanos(2_500_000),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;
  private final ConcurrentMap<String, OfRoute> routes = new ConcurrentHashMap<>();

  RouteMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void record(ExchangeRecord exchange) {
    OfRoute meters = routes.get(exchange.route());
    if (meters == null) {
      meters = routes.computeIfAbsent(exchange.route(), OfRoute::new);
    }
    meters.ofMethod(MethodLabel.of(exchange.method())).ofStatus(exchange.status()).increment();
    if (exchange.status() != SWITCHING_PROTOCOLS) {
      meters.duration.record(exchange.durationNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** The meters of one route. */
  private final class OfRoute {

    private final String route;
    private final Timer duration;
    private final ConcurrentMap<MethodLabel, OfMethod> methods = new ConcurrentHashMap<>();

    OfRoute(String route) {
      this.route = route;
      this.duration =
          Timer.builder("gateway.request.duration")
              .description("How long an exchange took, from its head to its last byte")
              .tag(Labels.ROUTE, route)
              .serviceLevelObjectives(BUCKETS)
              .register(registry);
    }

    OfMethod ofMethod(MethodLabel method) {
      OfMethod meters = methods.get(method);
      if (meters == null) {
        meters = methods.computeIfAbsent(method, key -> new OfMethod(route, key));
      }
      return meters;
    }
  }

  /** The counters of one method of a route, each registered when it is first needed. */
  private final class OfMethod {

    private final String route;
    private final MethodLabel method;
    private final AtomicReferenceArray<Counter> statuses = new AtomicReferenceArray<>(STATUS_SLOTS);

    OfMethod(String route, MethodLabel method) {
      this.route = route;
      this.method = method;
    }

    Counter ofStatus(int status) {
      boolean standard = status >= MIN_STATUS && status <= MAX_STATUS;
      int slot = standard ? status - MIN_STATUS : STATUS_SLOTS - 1;
      Counter counter = statuses.get(slot);
      if (counter == null) {
        // Two threads may both come here: the registry gives both the same counter.
        counter =
            Counter.builder("gateway.request")
                .description("Exchanges that are over")
                .tag(Labels.ROUTE, route)
                .tag(Labels.METHOD, method.label())
                .tag(Labels.STATUS, standard ? Integer.toString(status) : Labels.OTHER)
                .register(registry);
        statuses.set(slot, counter);
      }
      return counter;
    }
  }
}
