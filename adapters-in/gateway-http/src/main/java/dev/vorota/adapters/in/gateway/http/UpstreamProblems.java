package dev.vorota.adapters.in.gateway.http;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.problem.Problem;
import dev.vorota.wire.exchange.UpstreamFailure;

/** What a client is told when an upstream gave no answer. */
final class UpstreamProblems {

  private static final Header RETRY_SOON = new Header("retry-after", "1");

  private static final Response UNREACHABLE =
      Response.of(
          Problem.of(
              "upstream-unreachable",
              502,
              "The service is not reachable",
              "The service behind this route took no connection. Try again soon."),
          RETRY_SOON);
  private static final Response DISCONNECTED =
      Response.of(
          Problem.of(
              "upstream-disconnected",
              502,
              "The service broke off",
              "The service behind this route ended the connection before it answered."),
          RETRY_SOON);
  private static final Response MALFORMED =
      Response.of(
          Problem.of(
              "upstream-malformed",
              502,
              "The service answered nonsense",
              "The service behind this route answered with what is not HTTP."));
  private static final Response TIMEOUT =
      Response.of(
          Problem.of(
              "upstream-timeout",
              504,
              "The service did not answer in time",
              "The service behind this route did not answer in time. Try again soon."),
          RETRY_SOON);

  private UpstreamProblems() {}

  static Response of(UpstreamFailure failure) {
    return switch (failure) {
      case UNREACHABLE -> UNREACHABLE;
      case DISCONNECTED -> DISCONNECTED;
      case MALFORMED -> MALFORMED;
      case CONNECT_TIMEOUT, TIMEOUT -> TIMEOUT;
    };
  }
}
