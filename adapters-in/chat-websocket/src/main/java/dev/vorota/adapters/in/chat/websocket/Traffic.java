package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what goes on, for Prometheus. */
@Startup // so that the series are there before the first connection
@ApplicationScoped
class Traffic {

  private final MeterRegistry registry;
  private final AtomicInteger connections = new AtomicInteger();
  private final Counter received;
  private final Counter stored;
  private final Counter delivered;

  Traffic(MeterRegistry registry) {
    this.registry = registry;
    registry.gauge("chat.connections", connections);
    received = registry.counter("chat.frames.received");
    stored = registry.counter("chat.messages.stored");
    delivered = registry.counter("chat.frames.sent");
    for (CloseCode code : CloseCode.values()) {
      closes(code); // so that each series is there before it counts anything
    }
  }

  void opened() {
    connections.incrementAndGet();
  }

  void ended() {
    connections.decrementAndGet();
  }

  void received() {
    received.increment();
  }

  void stored() {
    stored.increment();
  }

  void sent() {
    delivered.increment();
  }

  /** The kinds are a small closed set, so that the number of series is bounded. */
  void refused(Problem problem) {
    registry.counter("chat.errors", "kind", problem.kind()).increment();
  }

  void closed(CloseCode code) {
    closes(code).increment();
  }

  private Counter closes(CloseCode code) {
    return registry.counter("chat.closed", "code", Integer.toString(code.code()));
  }
}
