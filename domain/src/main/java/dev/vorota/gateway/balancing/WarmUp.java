package dev.vorota.gateway.balancing;

import java.util.function.LongSupplier;

/**
 * What part of their weights endpoints have that are new or back. The oldest one always has the
 * whole: where all are new, nobody else could take what they do not get. Confined to one event
 * loop.
 */
final class WarmUp {

  /** The whole of a weight; {@link #share} counts in such parts. */
  static final int WHOLE = 1 << 10;

  private static final int FLOOR = WHOLE / 10;

  /** Those that came at about the same time are no news to each other. */
  private static final int ABOUT = 50;

  private final long overNanos;
  private final LongSupplier nanoClock;
  private Candidate[] known = {};
  private boolean warming;
  private long oldestNanos;
  private long youngestNanos;
  private long nowNanos;
  private long oldestPart = WHOLE;

  WarmUp(SlowStart slowStart, LongSupplier nanoClock) {
    this.overNanos = slowStart.over().toNanos();
    this.nanoClock = nanoClock;
  }

  /** Takes note of the time, before parts and shares are asked for. */
  void look(Candidate[] from) {
    if (overNanos == 0) {
      return;
    }
    if (from != known) {
      known = from;
      learn(from);
    }
    if (warming) {
      nowNanos = nanoClock.getAsLong();
      warming = nowNanos - youngestNanos < overNanos;
      oldestPart = grown(oldestNanos);
    }
  }

  /** Whether it has clearly less than its whole weight. */
  boolean holdsBack(Candidate candidate) {
    return warming && part(candidate) < WHOLE - WHOLE / ABOUT;
  }

  /** What it has of its weight, from a small part to {@link #WHOLE}. */
  int part(Candidate candidate) {
    return warming
        ? (int) (grown(candidate.health().availableSinceNanos()) * WHOLE / oldestPart)
        : WHOLE;
  }

  /** Its weight, as far as it has grown. */
  int share(Candidate candidate) {
    return candidate.weight() * part(candidate);
  }

  private void learn(Candidate[] from) {
    oldestNanos = from[0].health().availableSinceNanos();
    youngestNanos = oldestNanos;
    for (Candidate candidate : from) {
      long since = candidate.health().availableSinceNanos();
      if (since - oldestNanos < 0) {
        oldestNanos = since;
      }
      if (since - youngestNanos > 0) {
        youngestNanos = since;
      }
    }
    warming = youngestNanos - oldestNanos > overNanos / ABOUT;
  }

  private long grown(long sinceNanos) {
    long age = Math.clamp(nowNanos - sinceNanos, 0, overNanos);
    return FLOOR + (WHOLE - FLOOR) * age / overNanos;
  }
}
