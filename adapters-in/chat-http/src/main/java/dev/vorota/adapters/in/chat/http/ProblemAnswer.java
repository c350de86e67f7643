package dev.vorota.adapters.in.chat.http;

import dev.vorota.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Makes the HTTP answer of a problem. */
final class ProblemAnswer {

  private static final String RETRY_AFTER_SECONDS = "1";

  private ProblemAnswer() {}

  static Response of(Problem problem) {
    return builder(problem).build();
  }

  static ResponseBuilder builder(Problem problem) {
    ResponseBuilder answer =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(ProblemBody.of(problem));
    return switch (problem.status()) {
      case 401 -> answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge(problem));
      case 503 -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      default -> answer;
    };
  }

  /** The challenge of RFC 6750, section 3; it names no error where no token was sent. */
  private static String challenge(Problem problem) {
    return switch (problem.kind()) {
      case "invalid-token", "refresh-refused" -> "Bearer realm=\"vorota\", error=\"invalid_token\"";
      default -> "Bearer realm=\"vorota\"";
    };
  }
}
