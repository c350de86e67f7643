package dev.vorota.gateway.upstream;

import dev.vorota.gateway.balancing.Balancing;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.health.HealthPolicy;
import dev.vorota.gateway.resilience.ConcurrencyPolicy;
import dev.vorota.gateway.resilience.RetryBudgetPolicy;
import dev.vorota.gateway.transport.TransportPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service behind the gateway.
 *
 * @param name what it is called in configuration, metrics and logs
 * @param members the endpoints that serve it, at least one
 * @param discovery how the addresses of those are found that are names
 * @param balancing how they share the requests
 * @param health how it is found out which of them are sound
 * @param retryBudget how much of what it is asked for may be asked for again
 * @param concurrency how much may be under way at once, or null for as much as comes
 * @param transport how its endpoints are spoken with
 */
public record Upstream(
    String name,
    List<Member> members,
    Discovery discovery,
    Balancing balancing,
    HealthPolicy health,
    RetryBudgetPolicy retryBudget,
    @Nullable ConcurrencyPolicy concurrency,
    TransportPolicy transport) {

  public Upstream {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("endpoints must not be empty: " + name + ".");
    }
  }

  /** One that is asked for as much as comes, and spoken with as usual. */
  public Upstream(
      String name,
      List<Member> members,
      Discovery discovery,
      Balancing balancing,
      HealthPolicy health,
      RetryBudgetPolicy retryBudget) {
    this(name, members, discovery, balancing, health, retryBudget, null, TransportPolicy.DEFAULTS);
  }

  /** One whose endpoints are alike, with everything else as usual. */
  public static Upstream of(String name, List<Endpoint> endpoints) {
    return of(name, endpoints.stream().map(Member::of).toList(), Balancing.usual());
  }

  /** One with everything else as usual. */
  public static Upstream of(String name, List<Member> members, Balancing balancing) {
    return new Upstream(
        name,
        members,
        Discovery.DEFAULTS,
        balancing,
        HealthPolicy.DEFAULTS,
        RetryBudgetPolicy.DEFAULTS);
  }

  /** The same, spoken with in another way. */
  public Upstream with(TransportPolicy other) {
    return new Upstream(
        name, members, discovery, balancing, health, retryBudget, concurrency, other);
  }

  /** The same, with so much under way at once. */
  public Upstream with(ConcurrencyPolicy other) {
    return new Upstream(name, members, discovery, balancing, health, retryBudget, other, transport);
  }

  public List<Endpoint> endpoints() {
    return members.stream().map(Member::endpoint).toList();
  }
}
