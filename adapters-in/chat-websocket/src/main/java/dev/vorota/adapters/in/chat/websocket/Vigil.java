package dev.vorota.adapters.in.chat.websocket;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Watches over one connection's time: its token, its peer's signs of life. Not thread-safe. */
final class Vigil {

  private final Duration pingInterval;
  private final Duration longestSilence;
  private final Duration longestStall;
  private final Instant expiresAt;
  private final LongSupplier nanoTime;
  private long heardAt;
  private long askedAt;

  /**
   * @param pingInterval how often the peer is asked for a sign of life
   * @param longestSilence how long it may give none
   * @param longestStall how long something may be under way to it without any of it leaving
   * @param expiresAt when its token does
   */
  Vigil(
      Duration pingInterval,
      Duration longestSilence,
      Duration longestStall,
      Instant expiresAt,
      LongSupplier nanoTime) {
    this.pingInterval = pingInterval;
    this.longestSilence = longestSilence;
    this.longestStall = longestStall;
    this.expiresAt = expiresAt;
    this.nanoTime = nanoTime;
    this.heardAt = nanoTime.getAsLong();
    this.askedAt = heardAt;
  }

  /** Hears a sign of life. */
  void heard() {
    heardAt = nanoTime.getAsLong();
  }

  /**
   * Says what is to be done.
   *
   * @param stalledFor for how long nothing has left for the peer though something is under way, in
   *     nanoseconds
   */
  Finding look(Instant now, long stalledFor) {
    long nanos = nanoTime.getAsLong();
    if (!now.isBefore(expiresAt)) {
      return Finding.TOKEN_EXPIRED;
    }
    if (stalledFor > longestStall.toNanos()) {
      return Finding.STALLED;
    }
    if (nanos - heardAt > longestSilence.toNanos()) {
      return Finding.SILENT;
    }
    if (nanos - askedAt > pingInterval.toNanos()) {
      askedAt = nanos;
      return Finding.PING_DUE;
    }
    return Finding.FINE;
  }

  enum Finding {
    FINE,
    PING_DUE,
    TOKEN_EXPIRED,
    STALLED,
    SILENT
  }
}
