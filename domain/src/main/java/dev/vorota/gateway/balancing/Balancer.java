package dev.vorota.gateway.balancing;

import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.Roster;
import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Header;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the endpoint of an upstream for each request of one event loop, among those that may be
 * chosen now. Where none may, all are chosen from: they may look sick to the gateway only, and an
 * upstream that nobody asks helps no one. Confined to that loop.
 */
public final class Balancer {

  private final Roster roster;
  private final LoadBalancer strategy;
  private Map<EndpointHealth, Candidate> known = new HashMap<>();
  private Candidate[] eligible = {};
  private int version;
  private boolean fresh;

  public Balancer(Roster roster, LoadBalancer strategy) {
    this.roster = roster;
    this.strategy = strategy;
  }

  /**
   * An endpoint for a request, or null where the upstream has none.
   *
   * @param tried those that were asked already: they are asked again only where there is no other
   */
  public @Nullable Candidate choose(Arrival arrival, List<Candidate> tried) {
    Candidate[] from = eligible();
    if (!tried.isEmpty()) {
      from = without(tried, from);
    }
    return switch (from.length) {
      case 0 -> null;
      case 1 -> from[0];
      default -> strategy.choose(from, arrival);
    };
  }

  /** As {@link LoadBalancer#mark}. */
  public @Nullable Header mark(Candidate answered, Arrival arrival) {
    return strategy.mark(answered, arrival);
  }

  private Candidate[] eligible() {
    int now = roster.version();
    if (!fresh || now != version) {
      version = now;
      fresh = true;
      learn(roster.members());
    }
    return eligible;
  }

  private void learn(List<EndpointHealth> members) {
    Map<EndpointHealth, Candidate> still = new HashMap<>();
    List<Candidate> all = new ArrayList<>();
    List<Candidate> available = new ArrayList<>();
    for (EndpointHealth member : members) {
      Candidate candidate = known.get(member);
      candidate = candidate == null ? new Candidate(member) : candidate;
      still.put(member, candidate);
      all.add(candidate);
      if (member.isAvailable()) {
        available.add(candidate);
      }
    }
    known = still;
    eligible = (available.isEmpty() ? all : available).toArray(Candidate[]::new);
  }

  private static Candidate[] without(List<Candidate> tried, Candidate[] from) {
    List<Candidate> left = new ArrayList<>(from.length);
    for (Candidate candidate : from) {
      if (!tried.contains(candidate)) {
        left.add(candidate);
      }
    }
    return left.isEmpty() ? from : left.toArray(Candidate[]::new);
  }
}
