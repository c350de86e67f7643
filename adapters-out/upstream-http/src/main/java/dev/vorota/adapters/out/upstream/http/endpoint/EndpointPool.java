package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.transport.PoolPolicy;
import dev.vorota.wire.connection.GatheredWrites;
import dev.vorota.wire.exchange.UpstreamFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The connections with one endpoint on one event loop that serve one exchange at a time (HTTP/1.1).
 * The one that was used last is used next, so that those above the need grow old and are closed.
 * Where there may be no more of them, exchanges wait in a line of bounded length.
 */
final class EndpointPool implements Pool {

  private static final int MOST_IDLE = 256;

  private final Reach reach;
  private final Endpoint endpoint;
  private final PoolPolicy policy;
  private final WaitingLine<HttpExchange> line;
  private final ArrayDeque<UpstreamConnection> idle = new ArrayDeque<>();
  private final Set<UpstreamConnection> all = new LinkedHashSet<>();
  private int connecting;
  private boolean keeping = true;

  /**
   * @param reach how the endpoint is reached
   */
  EndpointPool(Reach reach, Endpoint endpoint) {
    this.reach = reach;
    this.endpoint = endpoint;
    this.policy = reach.policy();
    this.line = new WaitingLine<>(reach.timers(), () -> UpstreamFailure.BUSY);
  }

  /**
   * Finds a connection for an exchange: at once, once one stands, or once another exchange leaves
   * one.
   */
  void serve(HttpExchange exchange) {
    UpstreamConnection free = take();
    if (free == null) {
      serveAnew(exchange);
    } else {
      exchange.attach(free);
    }
  }

  /** The same, with none of those that wait unused. */
  void serveAnew(HttpExchange exchange) {
    if (mayConnect()) {
      connect(exchange);
    } else if (line.size() < policy.queue()) {
      line.add(exchange);
    } else {
      exchange.fail(UpstreamFailure.BUSY);
    }
  }

  /** An exchange wants no connection any more. */
  void leave(HttpExchange exchange) {
    if (!line.isEmpty()) {
      line.remove(exchange);
    }
  }

  /** Gives a connection to the exchange that waits for longest, or keeps it for another one. */
  void release(UpstreamConnection connection) {
    HttpExchange next = line.poll();
    if (next != null) {
      connection.rests();
      next.attachLate(connection);
    } else if (keeping && idle.size() < MOST_IDLE) {
      connection.rests();
      idle.addLast(connection);
    } else {
      connection.close();
    }
  }

  void remove(UpstreamConnection connection) {
    all.remove(connection);
    idle.remove(connection);
    serveWaiting();
  }

  @Override
  public void keep(boolean wanted) {
    keeping = wanted;
    while (!wanted && !idle.isEmpty()) {
      idle.removeLast().close();
    }
  }

  @Override
  public boolean isUnused() {
    return all.isEmpty() && connecting == 0 && line.isEmpty();
  }

  @Override
  public PoolCounts counts() {
    int busy = 0;
    for (UpstreamConnection connection : all) {
      busy += connection.isServing() ? 1 : 0;
    }
    return new PoolCounts(all.size(), busy, line.size());
  }

  @Override
  public void sweep(long nowNanos) {
    List<UpstreamConnection> due = new ArrayList<>();
    for (UpstreamConnection connection : all) {
      if (connection.isStale(nowNanos) || connection.isOld(nowNanos)) {
        due.add(connection);
      }
    }
    for (UpstreamConnection connection : due) {
      if (connection.isStale(nowNanos)) { // the end of one before it may have set it to work
        timeOut(connection);
      } else if (connection.isOld(nowNanos)) {
        connection.retire();
      }
    }
  }

  /** A failure ends its connection, and not the watch over the others. */
  private static void timeOut(UpstreamConnection connection) {
    try {
      connection.timeOut();
    } catch (RuntimeException | Error unexpected) {
      connection.channel().pipeline().fireExceptionCaught(unexpected);
    }
  }

  /** A connection that waits unused and is still open, or null where there is none. */
  private @Nullable UpstreamConnection take() {
    UpstreamConnection connection = idle.pollLast();
    while (connection != null && !connection.isOpen()) {
      connection = idle.pollLast();
    }
    return connection;
  }

  private boolean mayConnect() {
    return all.size() + connecting < policy.most();
  }

  private void serveWaiting() {
    while (mayConnect()) {
      HttpExchange next = line.poll();
      if (next == null) {
        return;
      }
      connect(next);
    }
  }

  private void connect(HttpExchange exchange) {
    connecting++;
    GatheredWrites writes = new GatheredWrites();
    long end = System.nanoTime() + policy.ageNanos(ThreadLocalRandom.current().nextLong());
    UpstreamConnection fresh = new UpstreamConnection(policy.idle(), end, writes, reach.timers());
    reach.connect(
        endpoint,
        exchange.timeouts().connect(),
        pipeline -> pipeline.addLast(writes, fresh),
        new Connector.Attempted() {
          @Override
          public void connected() {
            connecting--;
            all.add(fresh);
            fresh.joins(EndpointPool.this);
            if (exchange.isOver()) {
              release(fresh);
            } else {
              exchange.attachLate(fresh);
            }
          }

          @Override
          public void failed(UpstreamFailure failure) {
            connecting--;
            exchange.fail(failure);
            serveWaiting();
          }
        });
  }
}
