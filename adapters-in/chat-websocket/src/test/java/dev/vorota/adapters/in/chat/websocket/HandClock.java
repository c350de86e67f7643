package dev.vorota.adapters.in.chat.websocket;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Time that passes only when it is told to. */
final class HandClock implements LongSupplier {

  private long nanos = -7;

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public long getAsLong() {
    return nanos;
  }
}
