package dev.vorota.gateway.upstream;

import dev.vorota.gateway.endpoint.Absence;
import dev.vorota.gateway.endpoint.Absence.Reason;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.EndpointWatch;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.endpoint.Roster;
import dev.vorota.gateway.health.CheckPolicy;
import dev.vorota.gateway.health.OutlierDetector;
import dev.vorota.gateway.resilience.ConcurrencyLimit;
import dev.vorota.gateway.resilience.ConcurrencyPolicy;
import dev.vorota.gateway.resilience.RetryTally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A service behind the gateway as it has come to be known: what is declared of it, at which
 * addresses it is served now, and how these do. All event loops share it.
 */
public final class LiveUpstream implements Roster {

  private final Upstream declared;
  private final LongSupplier nanoClock;
  private final OutlierDetector outliers;
  private final EndpointWatch watch = new Watch();
  private final AtomicInteger version = new AtomicInteger();
  private final Map<Member, List<EndpointHealth>> byMember = new LinkedHashMap<>();
  private final @Nullable ConcurrencyLimit concurrency;
  private final RetryTally retryTally = new RetryTally();
  private volatile List<EndpointHealth> members;
  private volatile List<EndpointHealth> leaving = List.of();

  LiveUpstream(Upstream declared, LongSupplier nanoClock) {
    this.declared = declared;
    this.nanoClock = nanoClock;
    this.outliers = new OutlierDetector(declared.health().outliers(), nanoClock);
    ConcurrencyPolicy policy = declared.concurrency();
    this.concurrency = policy == null ? null : new ConcurrencyLimit(policy);
    for (Member member : declared.members()) {
      byMember.put(member, List.of(begin(member)));
    }
    this.members = all();
  }

  public Upstream declared() {
    return declared;
  }

  /** What bounds how much is under way, or null where nothing does. */
  public @Nullable ConcurrencyLimit concurrency() {
    return concurrency;
  }

  /** What became of its retries. */
  public RetryTally retryTally() {
    return retryTally;
  }

  @Override
  public List<EndpointHealth> members() {
    return members;
  }

  @Override
  public int version() {
    return version.get();
  }

  /** Those that are no members any more and still have exchanges under way. */
  public List<EndpointHealth> leaving() {
    return leaving;
  }

  /**
   * A declared member is served at these addresses now. What is known of those that stay is kept;
   * those that are gone are chosen no more, and end what they have under way.
   *
   * @param addresses none twice; where there are none, nothing changes
   */
  public void servedAt(Member member, List<String> addresses) {
    synchronized (this) {
      List<EndpointHealth> before = byMember.get(member);
      if (before == null || addresses.isEmpty()) {
        return;
      }
      List<EndpointHealth> now = new ArrayList<>();
      for (String address : addresses) {
        now.add(at(member.endpoint().at(address), member, before));
      }
      if (now.equals(before)) {
        return;
      }
      List<EndpointHealth> gone = new ArrayList<>(before);
      gone.removeAll(now);
      byMember.put(member, List.copyOf(now));
      members = all();
      version.incrementAndGet();
      gone.forEach(one -> one.takeOut(Reason.GONE, Absence.OPEN, "not an address any more"));
      List<EndpointHealth> stillLeaving = new ArrayList<>(leaving);
      stillLeaving.addAll(gone);
      leaving = List.copyOf(stillLeaving);
    }
  }

  /** Does what is due; to be called about once a second. */
  public void sweep() {
    outliers.sweep(members);
    if (!leaving.isEmpty()) {
      synchronized (this) {
        leaving = leaving.stream().filter(one -> one.counts().active() > 0).toList();
      }
    }
  }

  private EndpointHealth at(Endpoint endpoint, Member member, List<EndpointHealth> before) {
    for (EndpointHealth known : before) {
      if (known.endpoint().equals(endpoint)) {
        return known;
      }
    }
    return begin(new Member(endpoint, member.weight()));
  }

  private EndpointHealth begin(Member member) {
    EndpointHealth health = new EndpointHealth(member, nanoClock, watch);
    CheckPolicy checks = declared.health().checks();
    if (checks != null && !checks.soundAtFirst()) {
      health.takeOut(Reason.CHECK, Absence.OPEN, "not checked yet");
    }
    return health;
  }

  private List<EndpointHealth> all() {
    return byMember.values().stream().flatMap(List::stream).toList();
  }

  /** Lets the loops learn anew, and the outliers be found. */
  private final class Watch implements EndpointWatch {

    @Override
    public void availabilityChanged() {
      version.incrementAndGet();
    }

    @Override
    public void failing(EndpointHealth endpoint) {
      outliers.failing(endpoint, members);
    }
  }
}
