package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.time.Timer;
import dev.vorota.wire.time.TimerWheel;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges that wait for a connection with one endpoint, in the order in which they came, each
 * for as long as its route gives a connection.
 *
 * @param <E> what waits
 */
final class WaitingLine<E extends EndpointExchange> {

  private final TimerWheel timers;
  private final Supplier<UpstreamFailure> impatience;
  private final Map<E, Timer> waiting = new LinkedHashMap<>();

  /**
   * @param impatience what an exchange ends with that waits no longer
   */
  WaitingLine(TimerWheel timers, Supplier<UpstreamFailure> impatience) {
    this.timers = timers;
    this.impatience = impatience;
  }

  int size() {
    return waiting.size();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  void add(E exchange) {
    Timer patience =
        new Timer() {
          @Override
          protected void expired() {
            waiting.remove(exchange);
            exchange.fail(impatience.get());
          }
        };
    waiting.put(exchange, patience);
    timers.set(patience, exchange.timeouts().connect().toNanos());
  }

  /** The one that waits for longest, or null where there is none. */
  @Nullable E peek() {
    return waiting.isEmpty() ? null : waiting.keySet().iterator().next();
  }

  /** The one that waits for longest; it waits no more. Null where there is none. */
  @Nullable E poll() {
    Iterator<Map.Entry<E, Timer>> first = waiting.entrySet().iterator();
    if (!first.hasNext()) {
      return null;
    }
    Map.Entry<E, Timer> next = first.next();
    first.remove();
    next.getValue().cancel();
    return next.getKey();
  }

  /** It does not want to wait any more; nothing happens where it does not wait. */
  void remove(E exchange) {
    Timer patience = waiting.remove(exchange);
    if (patience != null) {
      patience.cancel();
    }
  }
}
