package dev.vorota.app.gateway;

import dev.vorota.adapters.out.gateway.accesslog.JsonAccessLog;
import dev.vorota.gateway.record.ExchangeRecord;
import dev.vorota.gateway.record.ExchangeRecorder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The access log where it is configured to go; it may be off. */
final class AccessLog implements ExchangeRecorder, AutoCloseable {

  private final @Nullable JsonAccessLog log;

  private AccessLog(@Nullable JsonAccessLog log) {
    this.log = log;
  }

  /**
   * @param destination {@code stdout}, {@code off} or the name of a file that is appended to
   */
  static AccessLog open(String destination) {
    return switch (destination) {
      case "off" -> new AccessLog(null);
      case "stdout" -> to(new FileOutputStream(FileDescriptor.out));
      default -> {
        try {
          yield to(new FileOutputStream(destination, true));
        } catch (IOException failure) {
          throw new UncheckedIOException("ACCESS_LOG must be writable: " + destination, failure);
        }
      }
    };
  }

  @Override
  public void record(ExchangeRecord exchange) {
    if (log != null) {
      log.record(exchange);
    }
  }

  @Override
  public void close() {
    if (log != null) {
      log.close();
    }
  }

  private static AccessLog to(FileOutputStream out) {
    return new AccessLog(
        JsonAccessLog.start(out, JsonAccessLog.DEFAULT_CAPACITY, Clock.systemUTC()));
  }
}
