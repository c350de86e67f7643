package dev.vorota.adapters.out.gateway.accesslog;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vorota.gateway.record.ExchangeRecord;

/**
 * Turns an exchange into a line: the names of the Elastic Common Schema where it has one, {@code
 * vorota.*} where it has none. What is not known is left out.
 */
final class LineEncoder {

  private static final byte[] TIMESTAMP = name("{", "@timestamp");
  private static final byte[] METHOD = name(",", "http.request.method");
  private static final byte[] PATH = name(",", "url.path");
  private static final byte[] STATUS = name(",", "http.response.status_code");
  private static final byte[] DURATION = name(",", "event.duration");
  private static final byte[] CLIENT = name(",", "client.ip");
  private static final byte[] USER = name(",", "user.name");
  private static final byte[] REQUEST_BYTES = name(",", "http.request.body.bytes");
  private static final byte[] RESPONSE_BYTES = name(",", "http.response.body.bytes");
  private static final byte[] ROUTE = name(",", "vorota.route");
  private static final byte[] UPSTREAM = name(",", "vorota.upstream");
  private static final byte[] LIMITED_BY = name(",", "vorota.limit");
  private static final byte[] MESSAGE = name(",", "message");
  private static final byte[] DROPPED = name(",", "vorota.dropped");
  private static final byte[] END = "}\n".getBytes(US_ASCII);

  private final JsonBuffer buffer;
  private final Timestamp timestamp = new Timestamp();

  LineEncoder(JsonBuffer buffer) {
    this.buffer = buffer;
  }

  void encode(ExchangeRecord exchange) {
    timestamp(exchange.startedAtMillis());
    string(METHOD, exchange.method());
    string(PATH, exchange.path());
    number(STATUS, exchange.status());
    number(DURATION, exchange.durationNanos());
    string(CLIENT, exchange.client().getHostAddress());
    if (exchange.user() != null) {
      string(USER, exchange.user());
    }
    number(REQUEST_BYTES, exchange.requestBytes());
    number(RESPONSE_BYTES, exchange.responseBytes());
    string(ROUTE, exchange.route());
    if (exchange.upstream() != null) {
      string(UPSTREAM, exchange.upstream());
    }
    if (exchange.limitedBy() != null) {
      string(LIMITED_BY, exchange.limitedBy());
    }
    buffer.raw(END);
  }

  /** A line that says how many exchanges have none. */
  void encodeDropped(long atMillis, long count) {
    timestamp(atMillis);
    string(MESSAGE, "The access log was slower than the exchanges and dropped some.");
    number(DROPPED, count);
    buffer.raw(END);
  }

  private void timestamp(long millis) {
    buffer.raw(TIMESTAMP);
    buffer.string(timestamp.format(millis));
  }

  private void string(byte[] name, String value) {
    buffer.raw(name);
    buffer.string(value);
  }

  private void number(byte[] name, long value) {
    buffer.raw(name);
    buffer.number(value);
  }

  private static byte[] name(String before, String name) {
    return (before + '"' + name + "\":").getBytes(US_ASCII);
  }
}
