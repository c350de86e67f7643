package dev.vorota.adapters.out.upstream.probes;

import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.health.CheckPolicy;
import dev.vorota.gateway.health.CheckRecord;
import dev.vorota.gateway.upstream.LiveUpstream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Which endpoint is to be checked when. An endpoint is under one check at a time, and the next one
 * is an interval after its end; first checks are spread, too. Safe to call from every thread.
 */
final class CheckSchedule {

  private static final long MOST_SPREAD_NANOS = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanoClock;
  private final RandomGenerator random;
  private final Map<EndpointHealth, DueCheck> known = new HashMap<>();

  CheckSchedule(LongSupplier nanoClock, RandomGenerator random) {
    this.nanoClock = nanoClock;
    this.random = random;
  }

  /**
   * The checks that are due now; {@link #done} says of each when it is over. What is not among the
   * upstreams any more is forgotten.
   */
  synchronized List<DueCheck> due(Collection<LiveUpstream> upstreams) {
    long now = nanoClock.getAsLong();
    Set<EndpointHealth> present = new HashSet<>();
    List<DueCheck> due = new ArrayList<>();
    for (LiveUpstream upstream : upstreams) {
      CheckPolicy policy = upstream.declared().health().checks();
      if (policy == null) {
        continue;
      }
      for (EndpointHealth member : upstream.members()) {
        present.add(member);
        DueCheck check = known.computeIfAbsent(member, one -> first(policy, one, now));
        if (!check.running && now - check.dueNanos >= 0) {
          check.running = true;
          due.add(check);
        }
      }
    }
    known.keySet().retainAll(present);
    return due;
  }

  /** A check is over. */
  synchronized void done(DueCheck check) {
    long interval = check.policy.interval().toNanos();
    long jitter = interval / 10;
    check.running = false;
    check.dueNanos = nanoClock.getAsLong() + interval - jitter + random.nextLong(2 * jitter + 1);
  }

  private DueCheck first(CheckPolicy policy, EndpointHealth endpoint, long now) {
    long spread = Math.min(policy.interval().toNanos(), MOST_SPREAD_NANOS);
    return new DueCheck(policy, endpoint, now + random.nextLong(spread));
  }

  /** One endpoint's checks. */
  static final class DueCheck {

    private final CheckPolicy policy;
    private final EndpointHealth endpoint;
    private final CheckRecord record;
    private long dueNanos;
    private boolean running;

    private DueCheck(CheckPolicy policy, EndpointHealth endpoint, long dueNanos) {
      this.policy = policy;
      this.endpoint = endpoint;
      this.record = new CheckRecord(policy, endpoint);
      this.dueNanos = dueNanos;
    }

    CheckPolicy policy() {
      return policy;
    }

    EndpointHealth endpoint() {
      return endpoint;
    }

    CheckRecord record() {
      return record;
    }
  }
}
