package dev.vorota.gateway.health;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that goes on when a test says so. */
public final class TestClock implements LongSupplier {

  private long nanos = -7;

  public void advance(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public long getAsLong() {
    return nanos;
  }
}
