package dev.vorota.adapters.out.upstream.probes;

import dev.vorota.adapters.out.upstream.probes.CheckSchedule.DueCheck;
import dev.vorota.gateway.upstream.LiveUpstreams;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks the endpoints of all upstreams that declare checks, each on a virtual thread of its own, and
 * sweeps the upstreams once a second, with a word in the log of each endpoint that has gone out or
 * is back. One thread keeps the time. Stops when it is closed.
 */
public final class EndpointChecks implements AutoCloseable {

  private static final Logger LOG = System.getLogger("dev.vorota.gateway.health");
  private static final long TICK_MILLIS = 50;
  private static final long SWEEP_MILLIS = 1_000;

  private final LiveUpstreams upstreams;
  private final CheckSchedule schedule;
  private final AvailabilityLog log = new AvailabilityLog();
  private final ScheduledExecutorService time =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("upstream-watch").daemon().factory());

  private EndpointChecks(LiveUpstreams upstreams, RandomGenerator random) {
    this.upstreams = upstreams;
    this.schedule = new CheckSchedule(upstreams.nanoClock(), random);
  }

  /** Begins. */
  public static EndpointChecks start(LiveUpstreams upstreams, RandomGenerator random) {
    EndpointChecks checks = new EndpointChecks(upstreams, random);
    checks.every(TICK_MILLIS, checks::startDue);
    checks.every(SWEEP_MILLIS, checks::sweep);
    return checks;
  }

  /** Begins no more checks; those under way come to nothing. */
  @Override
  public void close() {
    time.shutdownNow();
  }

  private void every(long millis, Runnable task) {
    time.scheduleWithFixedDelay(() -> run(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  /** A task that throws would not be run again. */
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException fault) {
      LOG.log(Level.ERROR, "Watching the upstreams failed; it goes on", fault);
    }
  }

  private void sweep() {
    upstreams.sweep();
    log.look(upstreams.all());
  }

  private void startDue() {
    for (DueCheck check : schedule.due(upstreams.all())) {
      Thread.ofVirtual().name("check " + check.endpoint()).start(() -> ask(check));
    }
  }

  private void ask(DueCheck check) {
    try {
      String complaint = Asking.complaint(check.endpoint().endpoint(), check.policy());
      if (!time.isShutdown()) {
        record(check, complaint);
      }
    } finally {
      schedule.done(check);
    }
  }

  private static void record(DueCheck check, @Nullable String complaint) {
    if (complaint == null) {
      check.record().passed();
    } else {
      check.record().failed(complaint);
    }
  }
}
