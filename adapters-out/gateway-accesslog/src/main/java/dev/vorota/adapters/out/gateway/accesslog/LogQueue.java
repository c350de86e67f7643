package dev.vorota.adapters.out.gateway.accesslog;

import dev.vorota.gateway.record.ExchangeRecord;
import java.net.InetAddress;
import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What waits to be written. Full, it drops and counts; many may offer, one takes. */
final class LogQueue {

  /**
   * Wakes the taker of a closed queue. Not an interrupt, which would close a file under it; and not
   * static, because an address can't be part of a native image.
   */
  private final ExchangeRecord wake =
      new ExchangeRecord(
          "", "", "", 0, 0, 0, 0, 0, InetAddress.getLoopbackAddress(), null, null, null);

  private final BlockingQueue<ExchangeRecord> waiting;
  private final LongAdder dropped = new LongAdder();
  private volatile boolean closed;

  LogQueue(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be positive: " + capacity + ".");
    }
    this.waiting = new ArrayBlockingQueue<>(capacity);
  }

  void offer(ExchangeRecord exchange) {
    if (closed || !waiting.offer(exchange)) {
      dropped.increment();
    }
  }

  /** Moves what waits to {@code target}, {@code max} at most, without waiting. */
  void drainTo(Collection<ExchangeRecord> target, int max) {
    waiting.drainTo(target, max);
    if (closed) {
      target.remove(wake);
    }
  }

  /** The next one; null when the time is over or the queue was closed. */
  @Nullable ExchangeRecord take(long timeoutMillis) throws InterruptedException {
    ExchangeRecord next = waiting.poll(timeoutMillis, TimeUnit.MILLISECONDS);
    return wake.equals(next) ? null : next;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  boolean isClosed() {
    return closed;
  }

  /** Takes no more. */
  void close() {
    closed = true;
    // Where there is no room for it the taker is at work, and looks before it waits again.
    waiting.offer(wake);
  }

  /** Counts what was taken and could not be written. */
  void lost(long count) {
    dropped.add(count);
  }

  long dropped() {
    return dropped.sum();
  }
}
