package dev.vorota.adapters.out.gateway.accesslog;

import dev.vorota.gateway.record.ExchangeRecord;
import dev.vorota.gateway.record.ExchangeRecorder;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Writes one line of JSON for each exchange, with the field names of the Elastic Common Schema.
 *
 * <p>A thread of its own writes; {@link #record} only puts into a queue. Where the stream is slower
 * than the exchanges the queue fills, and what does not fit is dropped and counted: the log says
 * how much it lost, and the exchanges never wait for it.
 */
public final class JsonAccessLog implements ExchangeRecorder, AutoCloseable {

  /** A default for the queue's capacity, in exchanges. */
  public static final int DEFAULT_CAPACITY = 16_384;

  /** How long {@link #close()} waits for a stream that takes nothing. */
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final LogQueue queue;
  private final Thread writer;

  private JsonAccessLog(LogQueue queue, Thread writer) {
    this.queue = queue;
    this.writer = writer;
  }

  /**
   * Opens the log and starts its thread.
   *
   * @param out needs no buffer; stays open when the log is closed
   * @param capacity how many exchanges may wait to be written
   * @param clock for the lines that tell of dropped exchanges
   * @throws IllegalArgumentException if {@code capacity} is not positive
   */
  public static JsonAccessLog start(OutputStream out, int capacity, InstantSource clock) {
    LogQueue queue = new LogQueue(capacity);
    Runnable writing = new LogWriter(queue, out, clock);
    Thread writer = Thread.ofPlatform().name("access-log").daemon().start(writing);
    return new JsonAccessLog(queue, writer);
  }

  /** Puts the exchange into the queue, or counts it as dropped where there is no room. */
  @Override
  public void record(ExchangeRecord exchange) {
    queue.offer(exchange);
  }

  /** How many exchanges were dropped so far, or could not be written. */
  public long dropped() {
    return queue.dropped();
  }

  /**
   * Writes what is in the queue and ends; what is recorded later is dropped. Waits for the stream,
   * 5 s at most.
   */
  @Override
  public void close() {
    queue.close();
    try {
      writer.join(CLOSE_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
