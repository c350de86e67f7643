package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.transport.PoolPolicy;
import dev.vorota.wire.exchange.UpstreamFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The connections with one endpoint on one event loop that carry many exchanges each (HTTP/2):
 * mostly one, and another one where those that there are carry as many as the endpoint allows.
 */
final class MultiplexedPool implements Pool {

  private final Reach reach;
  private final Endpoint endpoint;
  private final PoolPolicy policy;
  private final WaitingLine<MultiplexedExchange> line;
  private final List<MultiplexedConnection> connections = new ArrayList<>();
  private int connecting;

  MultiplexedPool(Reach reach, Endpoint endpoint) {
    this.reach = reach;
    this.endpoint = endpoint;
    this.policy = reach.policy();
    this.line = new WaitingLine<>(reach.timers(), this::impatience);
  }

  /** Finds room for an exchange: at once, on a new connection, or once another exchange ends. */
  void serve(MultiplexedExchange exchange) {
    MultiplexedConnection roomy = roomy();
    if (roomy != null) {
      roomy.open(exchange);
      return;
    }
    int expected = (connecting + (mayConnect() ? 1 : 0)) * MultiplexedConnection.ASSUMED_STREAMS;
    if (line.size() >= policy.queue() + expected) {
      exchange.fail(UpstreamFailure.BUSY);
      return;
    }
    line.add(exchange);
    connectWhereNeeded();
  }

  /** An exchange wants no room any more. */
  void leave(MultiplexedExchange exchange) {
    line.remove(exchange);
  }

  /** There may be more room now. */
  void serveWaiting() {
    MultiplexedConnection roomy = line.isEmpty() ? null : roomy();
    while (roomy != null) {
      MultiplexedExchange next = line.poll();
      if (next == null) {
        return;
      }
      roomy.open(next);
      next.begunLate();
      roomy = roomy();
    }
    connectWhereNeeded();
  }

  void remove(MultiplexedConnection connection) {
    if (connections.remove(connection)) {
      serveWaiting();
    }
  }

  @Override
  public void sweep(long nowNanos) {
    for (MultiplexedConnection connection : List.copyOf(connections)) {
      connection.sweep(nowNanos);
    }
  }

  @Override
  public void keep(boolean wanted) {
    if (!wanted) {
      List.copyOf(connections).forEach(MultiplexedConnection::retire);
    }
  }

  @Override
  public boolean isUnused() {
    return connections.isEmpty() && connecting == 0 && line.isEmpty();
  }

  @Override
  public PoolCounts counts() {
    int exchanges = 0;
    for (MultiplexedConnection connection : connections) {
      exchanges += connection.exchanges();
    }
    return new PoolCounts(connections.size(), exchanges, line.size());
  }

  private UpstreamFailure impatience() {
    return connections.isEmpty() ? UpstreamFailure.CONNECT_TIMEOUT : UpstreamFailure.BUSY;
  }

  private @Nullable MultiplexedConnection roomy() {
    for (int i = 0; i < connections.size(); i++) {
      if (connections.get(i).hasRoom()) {
        return connections.get(i);
      }
    }
    return null;
  }

  private boolean mayConnect() {
    return connections.size() + connecting < policy.most();
  }

  private void connectWhereNeeded() {
    MultiplexedExchange first = line.peek();
    boolean needed = line.size() > connecting * MultiplexedConnection.ASSUMED_STREAMS;
    if (first != null && needed && mayConnect()) {
      connect(first.timeouts().connect());
    }
  }

  private void connect(Duration timeout) {
    connecting++;
    long end = System.nanoTime() + policy.ageNanos(ThreadLocalRandom.current().nextLong());
    MultiplexedConnection fresh =
        new MultiplexedConnection(this, reach.tls() != null, policy.idle(), end);
    reach.connect(
        endpoint,
        timeout,
        fresh::joins,
        new Connector.Attempted() {
          @Override
          public void connected() {
            connecting--;
            connections.add(fresh);
            serveWaiting();
          }

          @Override
          public void failed(UpstreamFailure failure) {
            connecting--;
            if (connections.isEmpty() && connecting == 0) {
              failWaiting(failure);
            }
          }
        });
  }

  private void failWaiting(UpstreamFailure failure) {
    int waiting = line.size(); // those that come meanwhile are not among them
    for (int i = 0; i < waiting; i++) {
      MultiplexedExchange next = line.poll();
      if (next != null) {
        next.fail(failure);
      }
    }
  }
}
