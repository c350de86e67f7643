package dev.vorota.adapters.out.gateway.accesslog;

import dev.vorota.gateway.record.ExchangeRecord;
import java.net.InetAddress;
import java.time.Instant;

/** Exchanges to be logged. */
final class Exchanges {

  private static final Instant START = Instant.parse("2026-01-31T12:00:00.007Z");

  private Exchanges() {}

  static ExchangeRecord whole() {
    return new ExchangeRecord(
        "chat",
        "POST",
        "/service/api/rooms",
        429,
        17,
        4_096,
        START.toEpochMilli(),
        1_234_567,
        InetAddress.ofLiteral("198.51.100.7"),
        "olga",
        "127.0.0.1:8081",
        "user");
  }

  static ExchangeRecord of(String path) {
    return of("GET", path);
  }

  static ExchangeRecord of(String method, String path) {
    return new ExchangeRecord(
        "none",
        method,
        path,
        404,
        0,
        0,
        START.toEpochMilli(),
        1,
        InetAddress.ofLiteral("2001:db8::1"),
        null,
        null,
        null);
  }
}
