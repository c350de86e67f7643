package dev.vorota.adapters.out.upstream.http.admission;

import dev.vorota.gateway.resilience.Overload;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Measures how late an event loop comes to what was planned. Confined to that loop. */
public final class LoopDelay {

  private static final long EVERY_NANOS = Duration.ofMillis(100).toNanos();

  private final Overload overload;
  private long lastNanos = System.nanoTime();

  private LoopDelay(Overload overload) {
    this.overload = overload;
  }

  /** Lets the overload of a loop be known from here on. */
  public static void watch(EventLoop loop, Overload overload) {
    LoopDelay delay = new LoopDelay(overload);
    loop.scheduleWithFixedDelay(delay::tick, EVERY_NANOS, EVERY_NANOS, TimeUnit.NANOSECONDS);
  }

  private void tick() {
    long now = System.nanoTime();
    overload.late(now - lastNanos - EVERY_NANOS);
    lastNanos = now;
  }
}
