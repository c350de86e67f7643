package dev.vorota.adapters.in.chat.websocket;

import java.util.function.LongSupplier;

/** A token bucket for the frames of one connection. Not thread-safe. */
final class FrameRate {

  private static final long SECOND = 1_000_000_000L;

  private final long nanosPerFrame;
  private final long capacity;
  private final LongSupplier nanoTime;
  private long saved;
  private long at;

  /**
   * @param perSecond how many frames a second are let through in the long run
   * @param burst how many are let through at once after a rest
   */
  FrameRate(int perSecond, int burst, LongSupplier nanoTime) {
    if (perSecond < 1 || burst < 1) {
      throw new IllegalArgumentException(
          "perSecond and burst must be positive: " + perSecond + ", " + burst + ".");
    }
    this.nanosPerFrame = SECOND / perSecond;
    this.capacity = nanosPerFrame * burst;
    this.nanoTime = nanoTime;
    this.saved = capacity;
    this.at = nanoTime.getAsLong();
  }

  /** Lets one frame through, or answers false. */
  boolean admit() {
    long now = nanoTime.getAsLong();
    saved = Math.min(capacity, saved + Math.clamp(now - at, 0, capacity));
    at = now;
    if (saved < nanosPerFrame) {
      return false;
    }
    saved -= nanosPerFrame;
    return true;
  }
}
