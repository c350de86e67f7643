package dev.vorota.adapters.in.chat.http;

import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that is thrown into a problem document; nothing internal gets out. */
public final class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response told(ProblemException e) {
    return ProblemAnswer.of(e.problem());
  }

  /** What the HTTP layer itself refuses: unknown paths, methods, media types. */
  @ServerExceptionMapper
  public Response refused(WebApplicationException e) {
    Response given = e.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    ResponseBuilder answer = ProblemAnswer.builder(problem(given));
    String allowed = given.getHeaderString(HttpHeaders.ALLOW);
    return (allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
  }

  @ServerExceptionMapper
  public Response unforeseen(RuntimeException e) {
    LOG.error("A request failed", e);
    return ProblemAnswer.of(
        Problem.of(
            "internal-error",
            500,
            "The server failed",
            "The server failed to serve the request; it has been logged."));
  }

  private static Problem problem(Response given) {
    int status = given.getStatus();
    return switch (status) {
      case 404 -> Problem.of("not-found", 404, "There is nothing here", "No such path.");
      case 405 ->
          Problem.of(
              "method-not-allowed",
              405,
              "The method is not allowed",
              "This path does not take that method; Allow names those that it takes.");
      case 406 ->
          Problem.of(
              "not-acceptable",
              406,
              "No acceptable representation",
              "What Accept names is not made here.");
      case 415 ->
          Problem.of(
              "unsupported-media-type",
              415,
              "The media type is not taken",
              "This path does not take that Content-Type.");
      default -> {
        String reason = given.getStatusInfo().getReasonPhrase();
        yield Problem.of(
            reason.toLowerCase(Locale.ROOT).replace(' ', '-'), status, reason, reason + ".");
      }
    };
  }
}
