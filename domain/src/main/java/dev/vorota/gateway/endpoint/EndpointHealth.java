package dev.vorota.gateway.endpoint;

import dev.vorota.gateway.endpoint.Absence.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway knows of an endpoint: whether it may be chosen, and why not. There may be
 * several reasons at once, and all of them must go before it may be chosen again. Safe to call from
 * every thread; nothing shared is written for as long as all is well.
 */
public final class EndpointHealth {

  private static final int SERVER_ERROR = 500;

  private final Member member;
  private final LongSupplier nanoClock;
  private final EndpointWatch watch;
  private final List<EndpointTally> tallies = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger serverErrors = new AtomicInteger();
  private final AtomicInteger ejections = new AtomicInteger();
  private volatile List<Absence> absences = List.of();
  private volatile long availableSinceNanos;

  /** The health of an endpoint that nobody watches, on a clock that stands. */
  public EndpointHealth(Member member) {
    this(member, () -> 0);
  }

  /** The health of an endpoint that nobody watches. */
  public EndpointHealth(Member member, LongSupplier nanoClock) {
    this(member, nanoClock, EndpointWatch.NONE);
  }

  public EndpointHealth(Member member, LongSupplier nanoClock, EndpointWatch watch) {
    this.member = member;
    this.nanoClock = nanoClock;
    this.watch = watch;
    this.availableSinceNanos = nanoClock.getAsLong();
  }

  public Endpoint endpoint() {
    return member.endpoint();
  }

  public Member member() {
    return member;
  }

  /** Whether it may be chosen. */
  public boolean isAvailable() {
    return absences.isEmpty();
  }

  /** Since when it may be chosen, where it may: since it is known, or since it is back. */
  public long availableSinceNanos() {
    return availableSinceNanos;
  }

  /** Why it may not be chosen, in the order in which the reasons came. */
  public List<Absence> absences() {
    return absences;
  }

  /** Why it may not be chosen, as far as one reason goes; null where that is none. */
  public @Nullable Absence absence(Reason reason) {
    List<Absence> all = absences;
    if (all.isEmpty()) {
      return null;
    }
    for (Absence absence : all) {
      if (absence.reason() == reason) {
        return absence;
      }
    }
    return null;
  }

  /** What one more event loop counts in. */
  public EndpointTally tally() {
    EndpointTally tally = new EndpointTally(this);
    tallies.add(tally);
    return tally;
  }

  /** What all event loops have counted. */
  public EndpointCounts counts() {
    EndpointCounts sum = EndpointCounts.NONE;
    for (EndpointTally tally : tallies) {
      sum = sum.plus(tally.counts());
    }
    return sum;
  }

  /** How many times in a row there was no answer, or one for which a gateway behind it stands. */
  public int failuresInARow() {
    return failures.get();
  }

  /** How many times in a row there was a status of 500 or more, or no answer. */
  public int serverErrorsInARow() {
    return serverErrors.get();
  }

  /** How many times it was taken out because exchanges with it failed. */
  public int ejections() {
    return ejections.get();
  }

  /**
   * It may not be chosen, for this reason.
   *
   * @param untilNanos until when, or {@link Absence#OPEN}
   */
  public void takeOut(Reason reason, long untilNanos, String text) {
    boolean changed;
    synchronized (this) {
      Absence before = absence(reason);
      long now = nanoClock.getAsLong();
      List<Absence> rest = without(reason);
      changed = absences.isEmpty();
      rest.add(new Absence(reason, before == null ? now : before.sinceNanos(), untilNanos, text));
      absences = List.copyOf(rest);
      if (before == null && reason == Reason.OUTLIER) {
        ejections.incrementAndGet();
      }
    }
    if (changed) {
      watch.availabilityChanged();
    }
  }

  /** The reason is none any more. */
  public void bringBack(Reason reason) {
    boolean changed;
    synchronized (this) {
      List<Absence> rest = without(reason);
      changed = rest.isEmpty() && !absences.isEmpty();
      if (changed) {
        availableSinceNanos = nanoClock.getAsLong();
      }
      absences = List.copyOf(rest);
    }
    if (changed) {
      watch.availabilityChanged();
    }
  }

  /** What happened so far does not tell against it any more. */
  public void forgive() {
    failures.set(0);
    serverErrors.set(0);
  }

  @Override
  public String toString() {
    return endpoint().toString();
  }

  void answered(int status) {
    if (status < SERVER_ERROR) {
      reset(failures);
      reset(serverErrors);
    } else if (isOfAGateway(status)) {
      failed();
    } else {
      reset(failures);
      serverErrors.incrementAndGet();
      watch.failing(this);
    }
  }

  void failed() {
    failures.incrementAndGet();
    serverErrors.incrementAndGet();
    watch.failing(this);
  }

  private List<Absence> without(Reason reason) {
    List<Absence> rest = new ArrayList<>(absences);
    rest.removeIf(absence -> absence.reason() == reason);
    return rest;
  }

  /** Bad gateway, service unavailable, gateway timeout. */
  private static boolean isOfAGateway(int status) {
    return status >= 502 && status <= 504;
  }

  private static void reset(AtomicInteger count) {
    if (count.get() != 0) {
      count.set(0);
    }
  }
}
