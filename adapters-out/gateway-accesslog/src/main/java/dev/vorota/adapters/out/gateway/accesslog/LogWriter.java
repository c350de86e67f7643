package dev.vorota.adapters.out.gateway.accesslog;

import dev.vorota.gateway.record.ExchangeRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes exchanges from the queue and writes them in batches. After each batch it rests for a few
 * milliseconds: under load it then is woken some hundred times a second, not by each exchange.
 */
final class LogWriter implements Runnable {

  private static final int MAX_BATCH = 256;
  private static final int FLUSH_BYTES = 32 * 1024;
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long REPORT_MILLIS = 1_000;

  private final LogQueue queue;
  private final OutputStream out;
  private final InstantSource clock;
  private final JsonBuffer buffer = new JsonBuffer();
  private final LineEncoder encoder = new LineEncoder(buffer);
  private final List<ExchangeRecord> batch = new ArrayList<>(MAX_BATCH);
  private long linesInBuffer;
  private long reported;
  private @Nullable Long reportedAtMillis;

  LogWriter(LogQueue queue, OutputStream out, InstantSource clock) {
    this.queue = queue;
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void run() {
    while (true) {
      // Read before the queue: whatever was put there before it was closed is still written.
      boolean closed = queue.isClosed();
      batch.clear();
      queue.drainTo(batch, MAX_BATCH);
      if (batch.isEmpty()) {
        flush();
        if (closed || !waitForOne()) {
          break;
        }
      }
      for (ExchangeRecord exchange : batch) {
        append(exchange);
      }
      reportDropped(REPORT_MILLIS);
      if (queue.isEmpty() && !queue.isClosed()) {
        flush();
        LockSupport.parkNanos(REST_NANOS);
      }
    }
    reportDropped(0);
    flush();
  }

  /** Whether to go on; comes back after a while without an exchange, to report what was dropped. */
  private boolean waitForOne() {
    try {
      ExchangeRecord next = queue.take(REPORT_MILLIS);
      if (next != null) {
        batch.add(next);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void append(ExchangeRecord exchange) {
    encoder.encode(exchange);
    linesInBuffer++;
    if (buffer.length() >= FLUSH_BYTES) {
      flush();
    }
  }

  private void reportDropped(long intervalMillis) {
    long dropped = queue.dropped();
    if (dropped == reported) {
      return;
    }
    long now = clock.millis();
    if (reportedAtMillis == null || Math.abs(now - reportedAtMillis) >= intervalMillis) {
      encoder.encodeDropped(now, dropped - reported);
      reported = dropped;
      reportedAtMillis = now;
    }
  }

  /** A stream that fails costs the lines in the buffer; the next ones are tried again. */
  private void flush() {
    if (buffer.length() == 0) {
      return;
    }
    try {
      buffer.writeTo(out);
      out.flush();
    } catch (IOException _) {
      queue.lost(linesInBuffer);
    }
    buffer.clear();
    linesInBuffer = 0;
  }
}
