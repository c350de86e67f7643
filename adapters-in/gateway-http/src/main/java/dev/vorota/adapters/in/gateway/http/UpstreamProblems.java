package dev.vorota.adapters.in.gateway.http;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.problem.Problem;
import dev.vorota.wire.exchange.UpstreamFailure;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What a client is told when an upstream gave no answer. */
final class UpstreamProblems {

  private static final Header RETRY_SOON = new Header("retry-after", "1");
  private static final Map<UpstreamFailure, Response> PROBLEMS = problems();

  private UpstreamProblems() {}

  static Response of(UpstreamFailure failure) {
    return Objects.requireNonNull(PROBLEMS.get(failure));
  }

  private static Map<UpstreamFailure, Response> problems() {
    Map<UpstreamFailure, Response> problems = new EnumMap<>(UpstreamFailure.class);
    for (UpstreamFailure failure : UpstreamFailure.values()) {
      problems.put(failure, response(failure));
    }
    return problems;
  }

  /** A circuit's own field tells when to come again; what can't be had does not come with time. */
  private static Response response(UpstreamFailure failure) {
    Problem problem = problem(failure);
    return failure == UpstreamFailure.CIRCUIT_OPEN || failure == UpstreamFailure.NO_TUNNEL
        ? Response.of(problem)
        : Response.of(problem, RETRY_SOON);
  }

  private static Problem problem(UpstreamFailure failure) {
    return switch (failure) {
      case NO_ENDPOINT ->
          Problem.of(
              "upstream-without-endpoint",
              503,
              "The service has no endpoint",
              "The service behind this route has no endpoint at the moment. Try again soon.");
      case UNRESOLVED ->
          Problem.of(
              "upstream-unresolved",
              502,
              "The service has no address",
              "The name of the service behind this route could not be looked up.");
      case REFUSED ->
          Problem.of(
              "upstream-refused",
              502,
              "The service takes no connection",
              "The service behind this route refused the connection. Try again soon.");
      case UNREACHABLE ->
          Problem.of(
              "upstream-unreachable",
              502,
              "The service is not reachable",
              "There is no way to the service behind this route. Try again soon.");
      case CONNECT_TIMEOUT ->
          Problem.of(
              "upstream-connect-timeout",
              504,
              "The service took no connection in time",
              "The service behind this route took no connection in time. Try again soon.");
      case TLS ->
          Problem.of(
              "upstream-tls",
              502,
              "No secure connection with the service",
              "The service behind this route and the gateway could not agree on TLS.");
      case BUSY ->
          Problem.of(
              "upstream-busy",
              503,
              "The service is busy",
              "All connections with the service behind this route are in use. Try again soon.");
      case NOT_PROCESSED ->
          Problem.of(
              "upstream-not-processed",
              503,
              "The service did not take the request",
              "The service behind this route gave the request back unprocessed. Try again soon.");
      case NO_TUNNEL ->
          Problem.of(
              "upstream-without-tunnel",
              501,
              "The service takes no WebSocket",
              "The service behind this route is asked in HTTP/2 without TLS: no WebSocket here.");
      case FIRST_BYTE_TIMEOUT ->
          Problem.of(
              "upstream-first-byte-timeout",
              504,
              "The service did not answer in time",
              "The service behind this route has the request and did not begin to answer in time.");
      case IDLE_TIMEOUT ->
          Problem.of(
              "upstream-idle-timeout",
              504,
              "The service fell silent",
              "The service behind this route stopped in the middle of the exchange.");
      case DISCONNECTED ->
          Problem.of(
              "upstream-disconnected",
              502,
              "The service broke off",
              "The service behind this route ended the connection before it answered.");
      case MALFORMED ->
          Problem.of(
              "upstream-malformed",
              502,
              "The service answered nonsense",
              "The service behind this route answered with what is not good HTTP.");
      case HEAD_TOO_LARGE ->
          Problem.of(
              "upstream-head-too-large",
              502,
              "The head of the service's answer is too large",
              "The service behind this route answered with a head that is too large.");
      case TOTAL_TIMEOUT ->
          Problem.of(
              "upstream-total-timeout",
              504,
              "The exchange took too long",
              "The service behind this route did not give its whole answer in time.");
      case CIRCUIT_OPEN ->
          Problem.of(
              "circuit-open",
              503,
              "The service is given time to recover",
              "The service behind this route failed too often and is not asked for a while.");
      case OVERLOADED ->
          Problem.of(
              "upstream-overloaded",
              503,
              "The service has too much to do",
              "The service behind this route has as much to do as it can take. Try again soon.");
      case GATEWAY_OVERLOADED ->
          Problem.of(
              "gateway-overloaded",
              503,
              "The gateway has too much to do",
              "The gateway refuses what is less important at the moment. Try again soon.");
    };
  }
}
