package dev.vorota.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vorota.app.chat.ChatClient.Login;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RoomsTest {

  @Test
  void putsEveryUserIntoGeneral() {
    JsonNode general = ChatClient.login().client().get("/api/rooms").json().path("rooms").get(0);
    assertThat(general.path("name").asText()).isEqualTo("general");
    assertThat(general.path("joined").asBoolean()).isTrue();
    assertThat(general.path("members").asInt()).isPositive();
    assertThat(general.fieldNames())
        .toIterable()
        .containsExactly("name", "created_at", "last_seq", "members", "joined");
  }

  @Test
  void opensARoomWithItsFounderInIt() {
    String name = ChatClient.freshName();
    Answer answer = open(ChatClient.login(), name);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/api/rooms/" + name);
    assertThat(answer.json().path("members").asInt()).isEqualTo(1);
    assertThat(answer.json().path("joined").asBoolean()).isTrue();
  }

  @Test
  void refusesARoomThatExists() {
    Login founder = ChatClient.login();
    String name = ChatClient.freshName();
    open(founder, name);
    Answer again = open(founder, name);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("room-exists");
  }

  @Test
  void namesTheFieldOfABrokenRoomName() {
    Answer answer = open(ChatClient.login(), "Not A Room");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").get(0).path("field").asText()).isEqualTo("name");
  }

  @Test
  void letsUsersInAndOut() {
    String name = ChatClient.freshName();
    open(ChatClient.login(), name);
    ChatClient guest = ChatClient.login().client();
    assertThat(guest.get("/api/rooms/" + name + "/messages").problem()).isEqualTo("not-a-member");
    Answer joined = guest.post("/api/rooms/" + name + "/join");
    assertThat(joined.status()).isEqualTo(200);
    assertThat(joined.json().path("members").asInt()).isEqualTo(2);
    assertThat(guest.get("/api/rooms/" + name + "/messages").status()).isEqualTo(200);
    assertThat(guest.post("/api/rooms/" + name + "/leave").status()).isEqualTo(204);
    assertThat(guest.get("/api/rooms/" + name + "/messages").problem()).isEqualTo("not-a-member");
  }

  @Test
  void knowsNoRoomThatIsNotThere() {
    Answer answer = ChatClient.login().client().post("/api/rooms/no-such-room/join");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("no-such-room");
  }

  @Test
  void pagesUpwardsThroughHistory() {
    Login login = ChatClient.login();
    String room = ChatClient.freshName();
    open(login, room);
    try (ChatSocketClient socket = login.socket()) {
      IntStream.rangeClosed(1, 7).forEach(i -> socket.say("m" + i, room, "message " + i));
      socket.awaitMessages(room, 7);
    }
    String path = "/api/rooms/" + room + "/messages?limit=3";
    JsonNode newest = login.client().get(path).json();
    assertThat(numbers(newest)).containsExactly(5L, 6L, 7L);
    assertThat(newest.path("more").asBoolean()).isTrue();
    JsonNode older = login.client().get(path + "&before=5").json();
    assertThat(numbers(older)).containsExactly(2L, 3L, 4L);
    JsonNode oldest = login.client().get(path + "&before=2").json();
    assertThat(numbers(oldest)).containsExactly(1L);
    assertThat(oldest.path("more").asBoolean()).isFalse();
    assertThat(oldest.path("messages").get(0).path("text").asText()).isEqualTo("message 1");
    assertThat(oldest.path("messages").get(0).path("from").path("username").asText())
        .isEqualTo(login.username());
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=101, limit",
    "limit=many, limit",
    "before=0, before",
    "before=-1, before",
    "before=99999999999999999999, before"
  })
  void refusesPagesThatMakeNoSense(String query, String field) {
    Answer answer = ChatClient.login().client().get("/api/rooms/general/messages?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").get(0).path("field").asText()).isEqualTo(field);
  }

  private static Answer open(Login founder, String name) {
    return founder.client().post("/api/rooms", "{\"name\":\"" + name + "\"}");
  }

  private static List<Long> numbers(JsonNode history) {
    return StreamSupport.stream(history.path("messages").spliterator(), false)
        .map(message -> message.path("seq").asLong())
        .toList();
  }
}
