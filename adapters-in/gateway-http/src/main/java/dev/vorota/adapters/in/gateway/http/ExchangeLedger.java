package dev.vorota.adapters.in.gateway.http;

import dev.vorota.application.gateway.Exchange;
import dev.vorota.gateway.access.Principal;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.record.ExchangeRecord;
import dev.vorota.gateway.record.ExchangeRecorder;
import dev.vorota.gateway.routing.Route;
import org.jspecify.annotations.Nullable;

/** Counts what an exchange costs while it goes on, and hands the sum over at its end. */
final class ExchangeLedger {

  private static final String NO_ROUTE = "none";
  private static final int CLIENT_LEFT = 499;

  private final Exchange exchange;
  private final long startedAtMillis = System.currentTimeMillis();
  private final long startedAtNanos = System.nanoTime();
  private @Nullable Endpoint endpoint;
  private int status;
  private long requestBytes;
  private long responseBytes;

  ExchangeLedger(Exchange exchange) {
    this.exchange = exchange;
  }

  void received(int bytes) {
    requestBytes += bytes;
  }

  void sent(int bytes) {
    responseBytes += bytes;
  }

  void asked(Endpoint asked) {
    endpoint = asked;
  }

  void answered(int answeredStatus) {
    status = answeredStatus;
  }

  /**
   * @param unanswered whether the client left before there was a status
   */
  void close(ExchangeRecorder recorder, boolean unanswered) {
    Route route = exchange.route();
    Principal principal = exchange.principal();
    recorder.record(
        new ExchangeRecord(
            route == null ? NO_ROUTE : route.id(),
            exchange.request().method(),
            exchange.request().path(),
            unanswered ? CLIENT_LEFT : status,
            requestBytes,
            responseBytes,
            startedAtMillis,
            System.nanoTime() - startedAtNanos,
            exchange.client(),
            principal == null ? null : principal.name(),
            endpoint == null ? null : endpoint.toString(),
            exchange.limitedBy()));
  }
}
