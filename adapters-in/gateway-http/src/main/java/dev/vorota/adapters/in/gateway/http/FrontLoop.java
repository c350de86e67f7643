package dev.vorota.adapters.in.gateway.http;

import dev.vorota.application.gateway.Corridor;
import dev.vorota.gateway.record.ExchangeRecorder;
import dev.vorota.wire.exchange.Upstreams;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What the connections of one event loop share. Used on that loop only, unless it says so. */
final class FrontLoop {

  private static final long SWEEP_MILLIS = 1_000;

  /** What is between the ends of two tunnels when the gateway stops, unless there are too many. */
  private static final long PACE_NANOS = Duration.ofMillis(10).toNanos();

  /** How long a connection may stay idle once the gateway stops, at most. */
  private static final long IDLE_GRACE_NANOS = Duration.ofSeconds(1).toNanos();

  private final EventLoop loop;
  private final Corridor corridor;
  private final ExchangeRecorder recorder;
  private final FrontLimits limits;
  private final Upstreams upstreams;
  private final CurrentDate date = new CurrentDate();
  private final Set<ClientConnection> connections = new LinkedHashSet<>();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private boolean draining;

  FrontLoop(
      EventLoop loop,
      Corridor corridor,
      ExchangeRecorder recorder,
      FrontLimits limits,
      Upstreams upstreams) {
    this.loop = loop;
    this.corridor = corridor;
    this.recorder = recorder;
    this.limits = limits;
    this.upstreams = upstreams;
    loop.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  EventLoop executor() {
    return loop;
  }

  Corridor corridor() {
    return corridor;
  }

  ExchangeRecorder recorder() {
    return recorder;
  }

  FrontLimits limits() {
    return limits;
  }

  Upstreams upstreams() {
    return upstreams;
  }

  CurrentDate date() {
    return date;
  }

  boolean isDraining() {
    return draining;
  }

  void add(ClientConnection connection) {
    connections.add(connection);
  }

  void remove(ClientConnection connection) {
    connections.remove(connection);
    if (draining && connections.isEmpty()) {
      drained.complete(null);
    }
  }

  /**
   * Lets each connection end with the next response, tunnels by turns, and what stays idle a little
   * later: its next request may be on its way. Safe to call from any thread.
   */
  CompletableFuture<Void> drain() {
    loop.execute(
        () -> {
          draining = true;
          leave(connections.stream().filter(ClientConnection::isTunnel).toList());
          loop.schedule(this::closeIdle, idleGraceNanos(), TimeUnit.NANOSECONDS);
          if (connections.isEmpty()) {
            drained.complete(null);
          }
        });
    return drained;
  }

  private void closeIdle() {
    List.copyOf(connections).forEach(ClientConnection::closeIdle);
  }

  private long idleGraceNanos() {
    return Math.min(IDLE_GRACE_NANOS, limits.drain().toNanos() / 4);
  }

  /** Ends tunnels one after the other, so that their clients do not all come back at once. */
  private void leave(List<ClientConnection> tunnels) {
    long pace = Math.min(PACE_NANOS, limits.drain().toNanos() / 2 / Math.max(1, tunnels.size()));
    for (int i = 0; i < tunnels.size(); i++) {
      loop.schedule(tunnels.get(i)::leave, i * pace, TimeUnit.NANOSECONDS);
    }
  }

  /** Closes every connection. Safe to call from any thread. */
  void closeAll() {
    loop.execute(() -> List.copyOf(connections).forEach(ClientConnection::close));
  }

  private void sweep() {
    long now = System.nanoTime();
    List.copyOf(connections).forEach(connection -> sweep(connection, now));
  }

  /** A failure ends its connection, and not the watch over the others. */
  private static void sweep(ClientConnection connection, long nowNanos) {
    try {
      connection.sweep(nowNanos);
    } catch (RuntimeException | Error unexpected) {
      connection.channel().pipeline().fireExceptionCaught(unexpected);
    }
  }
}
