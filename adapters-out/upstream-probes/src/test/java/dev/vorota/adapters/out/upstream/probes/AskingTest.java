package dev.vorota.adapters.out.upstream.probes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.health.CheckPolicy;
import dev.vorota.gateway.health.Question;
import dev.vorota.gateway.health.StatusRange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single checks find out of services on real sockets. */
class AskingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 200 OK;;Content-Length: 2;;;;up |",
        "HTTP/1.1 204 No Content;;;; |",
        "HTTP/1.0 299 Fine;;;;all is up |",
        "HTTP/1.1 103 Early Hints;;;;HTTP/1.1 200 OK;;;;up |",
        "HTTP/1.1 301 Moved;;;; | status 301",
        "HTTP/1.1 503 Unavailable;;Content-Length: 0;;;; | status 503",
        "HTTP/1.1 200 OK;;Content-Le | it hung up before its answer was whole",
        "SSH-2.0-OpenSSH_9.6;;;; | not HTTP",
      })
  void looksAtTheStatus(String answer, @Nullable String complaint) throws IOException {
    check(answer, question(null), complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 200 OK;;Content-Length: 10;;;;all is up! |",
        "HTTP/1.1 200 OK;;;;all is up |",
        "HTTP/1.1 200 OK;;Transfer-Encoding: chunked;;;;4;;all ;;5;;is up;;0;;;; |",
        "HTTP/1.1 200 OK;;Content-Length: 4;;;;down | the body lacks \"is up\"",
        "HTTP/1.1 200 OK;;Content-Length: 3;;;;all is up | the body lacks \"is up\"",
        "HTTP/1.1 204 No Content;;;; | the body lacks \"is up\"",
        "HTTP/1.1 200 OK;;Transfer-Encoding: chunked;;;;zz;; | not HTTP",
      })
  void looksForATextInTheBody(String answer, @Nullable String complaint) throws IOException {
    check(answer, question("is up"), complaint);
  }

  @Test
  void looksAtTheBeginningOfALongBodyOnly() throws IOException {
    String answer = "HTTP/1.1 200 OK;;;;" + "x".repeat(70_000) + "is up";
    check(answer, question("is up"), "the body lacks");
  }

  @Test
  void asksForWhatIsDeclared() throws IOException {
    try (OneAnswerService service = new OneAnswerService("HTTP/1.1 418 Teapot\r\n\r\n")) {
      Question question =
          new Question.Http(
              "HEAD", "/ready?deep=1", "users.internal", List.of(new StatusRange(418, 418)), null);

      assertThat(Asking.complaint(service.endpoint(), policy(question, PATIENCE))).isNull();
      assertThat(service.requests().getFirst())
          .startsWith("HEAD /ready?deep=1 HTTP/1.1\n")
          .contains("host: users.internal\n", "connection: close\n");
    }
  }

  @Test
  void asksAnAddressForItsName() throws IOException {
    try (OneAnswerService service = new OneAnswerService("HTTP/1.1 200 OK\r\n\r\n")) {
      Endpoint named = new Endpoint("users.internal", service.endpoint().port()).at("127.0.0.1");

      assertThat(Asking.complaint(named, policy(question(null), PATIENCE))).isNull();
      assertThat(service.requests().getFirst())
          .contains("host: users.internal:" + named.port() + "\n");
    }
  }

  @Test
  void waitsNoLongerThanItMay() throws IOException {
    try (OneAnswerService service = new OneAnswerService(OneAnswerService.SILENCE)) {
      Duration little = Duration.ofMillis(50);

      assertThat(Asking.complaint(service.endpoint(), policy(question(null), little)))
          .isEqualTo("no answer within 50 ms");
    }
  }

  @Test
  void findsOutWhetherAConnectionIsTaken() throws IOException {
    Question question = new Question.Connection();
    OneAnswerService service = new OneAnswerService(OneAnswerService.SILENCE);
    try (service) {
      assertThat(Asking.complaint(service.endpoint(), policy(question, PATIENCE))).isNull();
    }
    assertThat(Asking.complaint(service.endpoint(), policy(question, PATIENCE)))
        .isEqualTo("it takes no connection");
  }

  private static void check(String answer, Question question, @Nullable String complaint)
      throws IOException {
    try (OneAnswerService service = new OneAnswerService(answer.replace(";;", "\r\n"))) {
      String heard = Asking.complaint(service.endpoint(), policy(question, PATIENCE));
      if (complaint == null) {
        assertThat(heard).isNull();
      } else {
        assertThat(heard).startsWith(complaint);
      }
    }
  }

  private static Question question(@Nullable String text) {
    return new Question.Http("GET", "/", null, List.of(StatusRange.SUCCESS), text);
  }

  private static CheckPolicy policy(Question question, Duration timeout) {
    return new CheckPolicy(question, Duration.ofSeconds(1), timeout, 1, 1, true);
  }
}
