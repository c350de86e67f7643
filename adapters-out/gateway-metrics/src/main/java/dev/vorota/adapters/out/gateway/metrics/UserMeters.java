package dev.vorota.adapters.out.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How much each user asks for, and of which route. */
final class UserMeters {

  private final MeterRegistry registry;
  private final int maxUsers;
  private final AtomicInteger admitted = new AtomicInteger();
  private final ConcurrentMap<String, OfUser> users = new ConcurrentHashMap<>();
  private final OfUser others;

  UserMeters(MeterRegistry registry, int maxUsers) {
    this.registry = registry;
    this.maxUsers = maxUsers;
    this.others = new OfUser(Labels.OTHER);
  }

  void record(String user, String route) {
    OfUser meters = ofUser(user);
    meters.requests.increment();
    meters.ofRoute(route).increment();
  }

  private OfUser ofUser(String user) {
    OfUser meters = users.get(user);
    if (meters != null) {
      return meters;
    }
    if (admitted.get() >= maxUsers || admitted.incrementAndGet() > maxUsers) {
      return others;
    }
    OfUser created = new OfUser(user);
    OfUser existing = users.putIfAbsent(user, created);
    if (existing != null) {
      admitted.decrementAndGet();
      return existing;
    }
    return created;
  }

  /** The meters of one user, or of all that have none of their own. */
  private final class OfUser {

    private final String user;
    private final Counter requests;
    private final ConcurrentMap<String, Counter> routes = new ConcurrentHashMap<>();

    OfUser(String user) {
      this.user = user;
      this.requests =
          Counter.builder("gateway.user.request")
              .description("Exchanges of a user")
              .tag(Labels.USER, user)
              .register(registry);
    }

    Counter ofRoute(String route) {
      Counter counter = routes.get(route);
      return counter != null ? counter : routes.computeIfAbsent(route, this::register);
    }

    private Counter register(String route) {
      return Counter.builder("gateway.user.path")
          .description("Exchanges of a user with a route")
          .tag(Labels.USER, user)
          .tag(Labels.ROUTE, route)
          .register(registry);
    }
  }
}
