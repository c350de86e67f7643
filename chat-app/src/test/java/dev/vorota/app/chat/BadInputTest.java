package dev.vorota.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class BadInputTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Ada",
        "ab",
        "a b c",
        "abc\t",
        "abc\u0000",
        "abc\u202e",
        "аda", // the first letter is Cyrillic
        "ada\u00a0",
        "-ada",
        "ada-ada-ada-ada-ada-ada-ada-ada-a"
      })
  void refusesUsernamesThatCouldBeMistaken(String username) {
    assertViolation(register(username, "correct horse", null), "username");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " Ada",
        "Ada  Lovelace",
        "Ada\u00a0Lovelace",
        "Ada\u2003Lovelace",
        "Ada\u3000Lovelace",
        "Ada\u200bLovelace",
        "Ada\nLovelace",
        "Ada\u0007",
        "\u202eada"
      })
  void refusesDisplayNamesThatCouldBeMistaken(String displayName) {
    assertViolation(register(ChatClient.freshName(), "correct horse", displayName), "display_name");
  }

  @Test
  void tellsEverythingThatIsWrongAtOnceAndNoPassword() {
    Answer answer = register("A", "short-1", "  ");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").findValuesAsText("field"))
        .containsExactly("username", "password", "display_name");
    assertThat(answer.json().toString()).doesNotContain("short-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                        | username, password",
        "{\"username\":\"ada\"}                                    | password",
        "{\"username\":null,\"password\":\"x\"}                    | username",
        "{\"username\":7,\"password\":[]}                          | username, password",
        "{\"username\":\"ada\",\"password\":\"x\",\"admin\":true}  | admin",
        "{\"Username\":\"ada\",\"password\":\"x\"}                 | username, Username"
      })
  void namesTheMembersThatAreMissingWrongOrUnknown(String body, String fields) {
    Answer answer = ChatClient.anonymous().post("/api/login", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-input");
    assertThat(answer.json().path("errors").findValuesAsText("field"))
        .containsExactly(fields.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"username\":\"ada\",    | The body is not valid JSON at line 1, column 19.",
        "{\"a\":1,\"a\":2}         | The body is not valid JSON at line 1, column 11.",
        "[]                        | The body must be a JSON object.",
        "``                        | The body must be a JSON object.",
        "{} {}                     | The body is not valid JSON at line 1, column 4."
      })
  void tellsWhereJsonIsBroken(String body, String detail) {
    Answer answer = ChatClient.anonymous().post("/api/login", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("malformed-json");
    assertThat(answer.text("detail")).isEqualTo(detail);
  }

  @Test
  void refusesABodyThatIsAnnouncedAsTooLong() {
    ChatClient client = ChatClient.anonymous();
    Answer answer =
        client.send(
            client
                .request("/api/login")
                .expectContinue(true)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[10_000_000])));
    assertTooLong(answer, "10000000", 65_536);
  }

  @Test
  void refusesABodyThatTurnsOutTooLong() {
    ChatClient client = ChatClient.anonymous();
    Answer answer =
        client.send(
            client
                .request("/api/login")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[100_000]))));
    assertTooLong(answer, "more than 65536", 65_536);
  }

  @Test
  void refusesOtherMediaTypes() {
    ChatClient client = ChatClient.anonymous();
    Answer answer =
        client.send(
            client
                .request("/api/login")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<login/>")));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.problem()).isEqualTo("unsupported-media-type");
  }

  @Test
  void refusesOtherMethods() {
    Answer answer = ChatClient.anonymous().get("/api/login");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.problem()).isEqualTo("method-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nowhere", "/api", "/api/nowhere", "/ws", "/api/rooms/a/b/c"})
  void answersUnknownPathsWithAProblem(String path) {
    Answer answer = ChatClient.anonymous().get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("not-found");
  }

  private static Answer register(
      String username, String password, @org.jspecify.annotations.Nullable String displayName) {
    JsonNode form =
        JSON.createObjectNode()
            .put("username", username)
            .put("password", password)
            .put("display_name", displayName);
    return ChatClient.anonymous().post("/api/register", form.toString());
  }

  private static void assertViolation(Answer answer, String field) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-input");
    assertThat(answer.json().path("errors").findValuesAsText("field")).containsExactly(field);
  }

  private static void assertTooLong(Answer answer, String length, int limit) {
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("body-too-long");
    assertThat(answer.text("detail"))
        .isEqualTo("The body has " + length + " bytes; at most " + limit + " are taken here.");
  }
}
