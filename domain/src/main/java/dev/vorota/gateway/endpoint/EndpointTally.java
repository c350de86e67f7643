package dev.vorota.gateway.endpoint;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What one event loop has had to do with an endpoint. Written by that loop only, so that a count
 * costs no more than a plain write; read by every thread.
 */
public final class EndpointTally {

  private static final int ACTIVE = 0;
  private static final int ANSWERS = 1;
  private static final int SERVER_ERRORS = 2;
  private static final int FAILURES = 3;
  private static final int SERVER_ERROR = 500;

  private final EndpointHealth health;
  private final AtomicLongArray counts = new AtomicLongArray(4);

  EndpointTally(EndpointHealth health) {
    this.health = health;
  }

  /** An exchange begins. */
  public void began() {
    add(ACTIVE, 1);
  }

  /** An exchange that began is over. */
  public void ended() {
    add(ACTIVE, -1);
  }

  /** The endpoint has begun to answer. */
  public void answered(int status) {
    add(status < SERVER_ERROR ? ANSWERS : SERVER_ERRORS, 1);
    health.answered(status);
  }

  /** The endpoint gave no answer, or none that is whole. */
  public void failed() {
    add(FAILURES, 1);
    health.failed();
  }

  /** The exchanges that are under way. */
  public int active() {
    return (int) counts.getPlain(ACTIVE);
  }

  EndpointCounts counts() {
    return new EndpointCounts(
        counts.getAcquire(ACTIVE),
        counts.getAcquire(ANSWERS),
        counts.getAcquire(SERVER_ERRORS),
        counts.getAcquire(FAILURES));
  }

  private void add(int count, long more) {
    counts.setRelease(count, counts.getPlain(count) + more);
  }
}
