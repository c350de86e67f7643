package dev.vorota.adapters.out.upstream.http.endpoint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one endpoint on one event loop. The one that was used last is used next, so
 * that those above the need grow old and are closed.
 */
final class EndpointPool {

  private final int mostIdle;
  private final ArrayDeque<UpstreamConnection> idle = new ArrayDeque<>();
  private final Set<UpstreamConnection> all = new LinkedHashSet<>();

  EndpointPool(int mostIdle) {
    this.mostIdle = mostIdle;
  }

  void add(UpstreamConnection connection) {
    all.add(connection);
  }

  /** An idle connection that is still open, or null where there is none. */
  @Nullable UpstreamConnection take() {
    UpstreamConnection connection = idle.pollLast();
    while (connection != null && !connection.isOpen()) {
      connection = idle.pollLast();
    }
    return connection;
  }

  /** Keeps a connection for another exchange, or closes it where enough are kept. */
  void release(UpstreamConnection connection) {
    if (idle.size() < mostIdle) {
      connection.rests();
      idle.addLast(connection);
    } else {
      connection.close();
    }
  }

  void remove(UpstreamConnection connection) {
    all.remove(connection);
    idle.remove(connection);
  }

  /** Closes what has been still for too long. */
  void sweep(long nowNanos) {
    List<UpstreamConnection> stale = new ArrayList<>();
    for (UpstreamConnection connection : all) {
      if (connection.isStale(nowNanos)) {
        stale.add(connection);
      }
    }
    for (UpstreamConnection connection : stale) {
      if (connection.isStale(nowNanos)) { // the end of one before it may have set it to work
        timeOut(connection);
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
}
