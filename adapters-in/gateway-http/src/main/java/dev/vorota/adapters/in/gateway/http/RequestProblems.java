package dev.vorota.adapters.in.gateway.http;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.problem.Problem;
import dev.vorota.wire.head.MalformedMessageException;
import java.util.List;

/** What a client is told whose request is refused before it is known what it wants. */
final class RequestProblems {

  /** The methods that are passed on, unless their resource minds. */
  static final Header ALLOW = new Header("allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");

  private RequestProblems() {}

  static Response of(MalformedMessageException malformed) {
    return switch (malformed.refusal()) {
      case MALFORMED -> of("malformed-request", 400, "The request is not good HTTP", malformed);
      case TARGET_TOO_LONG -> of("target-too-long", 414, "The target is too long", malformed);
      case HEAD_TOO_LARGE -> of("head-too-large", 431, "The head is too large", malformed);
      case METHOD -> of("method-not-allowed", 405, "Method not allowed", malformed, ALLOW);
      case EXPECTATION -> of("expectation-failed", 417, "The expectation can't be met", malformed);
      case TRANSFER_CODING ->
          of("transfer-coding-unknown", 501, "The transfer coding is not known", malformed);
      case VERSION -> of("version-unknown", 505, "The version of HTTP is not known", malformed);
      case HEAD_TIMEOUT -> of("head-timeout", 408, "The head did not come in time", malformed);
      case BODY_TIMEOUT -> of("body-timeout", 408, "The body did not come in time", malformed);
    };
  }

  private static Response of(
      String kind, int status, String title, MalformedMessageException malformed, Header... more) {
    return Response.of(
        new Problem(
            kind,
            status,
            title,
            String.valueOf(malformed.getMessage()),
            List.of(malformed.violation())),
        more);
  }
}
