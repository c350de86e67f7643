package dev.vorota.gateway.health;

import dev.vorota.gateway.endpoint.Absence;
import dev.vorota.gateway.endpoint.Absence.Reason;
import dev.vorota.gateway.endpoint.EndpointCounts;
import dev.vorota.gateway.endpoint.EndpointHealth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Ejects the endpoints of one upstream with which exchanges fail, and brings them back when their
 * time is over. Failures in a row tell at once; shares of an interval, and everything that takes
 * time, when it is swept. Safe to call from every thread.
 */
public final class OutlierDetector {

  private final OutlierPolicy policy;
  private final LongSupplier nanoClock;
  private final Map<EndpointHealth, Track> tracks = new HashMap<>();
  private long intervalStart;

  /** What is remembered of an endpoint. */
  private static final class Track {

    private EndpointCounts atStart = EndpointCounts.NONE;
    private long calmSince;
    private int level;

    private Track(long calmSince) {
      this.calmSince = calmSince;
    }
  }

  /** An endpoint and the share of its exchanges that failed, in percent. */
  private record Suspect(EndpointHealth endpoint, long percent) {}

  public OutlierDetector(OutlierPolicy policy, LongSupplier nanoClock) {
    this.policy = policy;
    this.nanoClock = nanoClock;
    this.intervalStart = nanoClock.getAsLong();
  }

  /**
   * One more exchange with an endpoint has failed.
   *
   * @param members all endpoints of the upstream
   */
  public void failing(EndpointHealth endpoint, List<EndpointHealth> members) {
    boolean one = reaches(endpoint.failuresInARow(), policy.failures());
    boolean other = reaches(endpoint.serverErrorsInARow(), policy.serverErrors());
    if (one || other) {
      synchronized (this) {
        ejectForRow(endpoint, members);
      }
    }
  }

  /**
   * Does what is due; to be called about once a second.
   *
   * @param members all endpoints of the upstream
   */
  public synchronized void sweep(List<EndpointHealth> members) {
    if (policy.isOff()) {
      return;
    }
    long now = nanoClock.getAsLong();
    forgetOthers(members);
    for (EndpointHealth member : members) {
      settle(member, track(member, now), now);
    }
    for (EndpointHealth member : members) {
      ejectForRow(member, members);
    }
    if (now - intervalStart >= policy.interval().toNanos()) {
      endInterval(members, now);
    }
  }

  /** Brings back whose time is over, and lowers the level of who has been well. */
  private void settle(EndpointHealth member, Track track, long now) {
    Absence ejection = member.absence(Reason.OUTLIER);
    if (ejection != null) {
      track.calmSince = now;
      if (now >= ejection.untilNanos()) {
        member.forgive();
        member.bringBack(Reason.OUTLIER);
      }
    } else if (track.level > 0 && now - track.calmSince >= policy.ejection().toNanos()) {
      track.level--;
      track.calmSince = now;
    }
  }

  private void ejectForRow(EndpointHealth endpoint, List<EndpointHealth> members) {
    int failures = endpoint.failuresInARow();
    int serverErrors = endpoint.serverErrorsInARow();
    if (policy.failures() > 0 && failures >= policy.failures()) {
      eject(endpoint, members, failures + " exchanges in a row failed");
    } else if (policy.serverErrors() > 0 && serverErrors >= policy.serverErrors()) {
      eject(endpoint, members, serverErrors + " exchanges in a row ended in server errors");
    }
  }

  private void endInterval(List<EndpointHealth> members, long now) {
    List<Suspect> suspects = new ArrayList<>();
    for (EndpointHealth member : members) {
      Track track = track(member, now);
      EndpointCounts counts = member.counts();
      long outcomes = counts.outcomes() - track.atStart.outcomes();
      long bad = counts.bad() - track.atStart.bad();
      track.atStart = counts;
      if (policy.errorPercent() > 0
          && outcomes >= policy.fewest()
          && bad * 100 >= outcomes * policy.errorPercent()) {
        suspects.add(new Suspect(member, bad * 100 / outcomes));
      }
    }
    intervalStart = now;
    suspects.sort(Comparator.comparingLong(Suspect::percent).reversed());
    for (Suspect suspect : suspects) {
      eject(suspect.endpoint(), members, suspect.percent() + " % of its exchanges failed");
    }
  }

  private void eject(EndpointHealth endpoint, List<EndpointHealth> members, String why) {
    if (endpoint.absence(Reason.OUTLIER) != null || !hasRoom(members)) {
      return;
    }
    long now = nanoClock.getAsLong();
    Track track = track(endpoint, now);
    track.level++;
    long nanos = Math.min(track.level * policy.ejection().toNanos(), policy.longest().toNanos());
    if (nanos == policy.longest().toNanos()) {
      track.level = (int) Math.ceilDiv(nanos, policy.ejection().toNanos());
    }
    endpoint.takeOut(Reason.OUTLIER, now + nanos, why);
  }

  private boolean hasRoom(List<EndpointHealth> members) {
    int ejected = 0;
    for (EndpointHealth member : members) {
      ejected += member.absence(Reason.OUTLIER) == null ? 0 : 1;
    }
    return ejected < Math.max(1, (long) members.size() * policy.share() / 100);
  }

  private Track track(EndpointHealth endpoint, long now) {
    return tracks.computeIfAbsent(endpoint, _ -> new Track(now));
  }

  /** At every multiple, so that one that had to stay is looked at again, but not each time. */
  private static boolean reaches(int inARow, int threshold) {
    return threshold > 0 && inARow > 0 && inARow % threshold == 0;
  }

  private void forgetOthers(List<EndpointHealth> members) {
    tracks.keySet().retainAll(Set.copyOf(members));
  }
}
