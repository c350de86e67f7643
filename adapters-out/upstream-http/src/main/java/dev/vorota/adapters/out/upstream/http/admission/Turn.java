package dev.vorota.adapters.out.upstream.http.admission;

import dev.vorota.gateway.resilience.ConcurrencyLimit;
import dev.vorota.wire.time.Timer;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** An exchange's place in the queue before an upstream. It comes up on any thread. */
final class Turn extends ConcurrencyLimit.Waiter {

  private final AdmittedExchange exchange;
  private final ConcurrencyLimit limit;
  private final AdmittedUpstreams upstreams;
  private @Nullable Timer patience;

  Turn(AdmittedExchange exchange, ConcurrencyLimit limit, AdmittedUpstreams upstreams) {
    this.exchange = exchange;
    this.limit = limit;
    this.upstreams = upstreams;
  }

  /** Begins to wait. Returns whether there is room. */
  boolean begin() {
    patience =
        upstreams.timers().after(limit.policy().queueTime().toNanos(), this::hasWaitedLongEnough);
    boolean waits = limit.await(this);
    if (!waits) {
      patience.cancel();
    }
    return waits;
  }

  /** Waits no longer. Where its turn has just come, its place is given back when that is heard. */
  void giveUp() {
    limit.abandon(this);
    if (patience != null) {
      patience.cancel();
    }
  }

  @Override
  protected void admitted() {
    try {
      upstreams.loop().execute(this::comesUp);
    } catch (RejectedExecutionException stopped) {
      limit.leave(); // its loop has stopped, and others may go on
    }
  }

  private void comesUp() {
    if (patience != null) {
      patience.cancel();
    }
    exchange.admitted(limit);
  }

  private void hasWaitedLongEnough() {
    if (limit.abandon(this)) {
      exchange.refuse();
    }
  }
}
