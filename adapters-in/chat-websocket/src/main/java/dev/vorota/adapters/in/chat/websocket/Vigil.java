package dev.vorota.adapters.in.chat.websocket;

import java.time.Instant;
import java.util.function.LongSupplier;

/** Watches over one connection's time: its token, its peer's signs of life. Not thread-safe. */
final class Vigil {

  private final Limits limits;
  private final Instant expiresAt;
  private final LongSupplier nanoTime;
  private long heardAt;
  private long askedAt;

  Vigil(Limits limits, Instant expiresAt, LongSupplier nanoTime) {
    this.limits = limits;
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
    if (stalledFor > limits.longestStall().toNanos()) {
      return Finding.STALLED;
    }
    if (nanos - heardAt > limits.longestSilence().toNanos()) {
      return Finding.SILENT;
    }
    if (nanos - askedAt > limits.pingInterval().toNanos()) {
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
