package dev.vorota.adapters.in.chat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vorota.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body that is announced as too long before any of it is read. The connection is closed
 * then, since what follows on it is the body (RFC 9110, section 15.5.14).
 */
@ApplicationScoped
final class LengthFilter {

  /** Higher goes first; Quarkus's own limit, which answers without a document, is at 1,000. */
  private static final int BEFORE_THE_FRAMEWORKS_LIMIT = 1_100;

  private final ObjectMapper json;

  LengthFilter(ObjectMapper json) {
    this.json = json;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_THE_FRAMEWORKS_LIMIT);
  }

  private void check(RoutingContext exchange) {
    String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    BodyLimit limit =
        "/api/me/avatar".equals(exchange.normalizedPath()) ? BodyLimit.PICTURE : BodyLimit.JSON;
    if (isWithin(limit, length)) {
      exchange.next();
    } else {
      refuse(exchange.response(), limit.exceeded(length));
    }
  }

  private static boolean isWithin(BodyLimit limit, @Nullable String length) {
    if (length == null) {
      return true;
    }
    try {
      return Long.parseLong(length) <= limit.bytes();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void refuse(HttpServerResponse answer, Problem problem) {
    answer
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(document(problem));
  }

  private String document(Problem problem) {
    try {
      return json.writeValueAsString(ProblemBody.of(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem must have a JSON form: " + problem + ".", e);
    }
  }
}
