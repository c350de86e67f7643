package dev.vorota.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vorota.app.chat.ChatClient.Login;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ConversationTest {

  @Inject Speech speech;

  private Login ada = new Login("", "", "");
  private Login bob = new Login("", "", "");
  private String room = "";

  @BeforeEach
  void meetInARoomOfTheirOwn() {
    ada = ChatClient.login();
    bob = ChatClient.login();
    room = ChatClient.freshName();
    ada.client().post("/api/rooms", "{\"name\":\"" + room + "\"}");
    bob.client().post("/api/rooms/" + room + "/join");
  }

  @Test
  void greetsWithTheUserAndTheLastNumberOfEachRoom() {
    try (ChatSocketClient socket =
        ChatSocketClient.offering("vorota.chat.v1", "bearer." + ada.accessToken())) {
      JsonNode hello = socket.await("hello");
      assertThat(hello.path("user").path("username").asText()).isEqualTo(ada.username());
      assertThat(hello.path("session").asText()).matches("[0-9a-f-]{36}");
      assertThat(hello.path("rooms").fieldNames()).toIterable().containsExactly("general", room);
      assertThat(hello.path("rooms").path(room).asLong()).isZero();
    }
  }

  @Test
  void deliversToEveryMemberAndAcknowledgesToTheSender() {
    try (ChatSocketClient adas = ada.socket();
        ChatSocketClient bobs = bob.socket()) {
      adas.say("a-1", room, "Привет 👋\nмир");
      JsonNode heard = bobs.await("message");
      assertThat(heard.path("room").asText()).isEqualTo(room);
      assertThat(heard.path("seq").asLong()).isEqualTo(1);
      assertThat(heard.path("id").asText()).isEqualTo("a-1");
      assertThat(heard.path("from").path("username").asText()).isEqualTo(ada.username());
      assertThat(heard.path("text").asText()).isEqualTo("Привет 👋\nмир");
      assertThat(adas.await("message")).isEqualTo(heard);
      adas.say("a-2", room, "again");
      JsonNode ack = adas.await("ack");
      assertThat(ack.path("seq").asLong()).isPositive();
      assertThat(bobs.await("message").path("seq").asLong()).isEqualTo(2);
    }
  }

  @Test
  void acknowledgesOnlyWhatHistoryHolds() {
    try (ChatSocketClient adas = ada.socket()) {
      adas.say("a-1", room, "kept");
      JsonNode ack = adas.await("ack");
      JsonNode stored = bob.client().get("/api/rooms/" + room + "/messages").json();
      JsonNode message = stored.path("messages").get(0);
      assertThat(message.path("seq")).isEqualTo(ack.path("seq"));
      assertThat(message.path("at")).isEqualTo(ack.path("at"));
      assertThat(message.path("id").asText()).isEqualTo("a-1");
    }
  }

  @Test
  void givesTheSameNumberToTheSameIdFromTwoConnections() {
    try (ChatSocketClient one = ada.socket();
        ChatSocketClient other = ChatClient.login(ada.username()).socket()) {
      one.say("same", room, "once");
      other.say("same", room, "once");
      long first = one.await("ack").path("seq").asLong();
      long second = other.await("ack").path("seq").asLong();
      assertThat(first).isEqualTo(second).isEqualTo(1);
      JsonNode history = ada.client().get("/api/rooms/" + room + "/messages").json();
      assertThat(history.path("messages")).hasSize(1);
    }
  }

  @Test
  void deliversInOrderAndOnceWhileManySpeakAtOnce() {
    int each = 30;
    try (ChatSocketClient adas = ada.socket();
        ChatSocketClient bobs = bob.socket();
        ChatSocketClient adasOther = ada.socket()) {
      for (int i = 0; i < each; i++) {
        adas.say("a" + i, room, "from ada " + i);
        bobs.say("b" + i, room, "from bob " + i);
        adasOther.say("c" + i, room, "from ada too " + i);
      }
      List<Long> all = LongStream.rangeClosed(1, 3L * each).boxed().toList();
      assertThat(adas.awaitMessages(room, 3 * each)).isEqualTo(all);
      assertThat(bobs.awaitMessages(room, 3 * each)).isEqualTo(all);
      assertThat(adasOther.awaitMessages(room, 3 * each)).isEqualTo(all);
    }
  }

  @Test
  void replaysWhatWasMissedAndGoesOnLive() {
    try (ChatSocketClient adas = ada.socket()) {
      IntStream.rangeClosed(1, 5).forEach(i -> adas.say("m" + i, room, "missed " + i));
      adas.awaitMessages(room, 5);
      try (ChatSocketClient bobs = bob.socket()) {
        bobs.resume(room, 2);
        assertThat(bobs.awaitMessages(room, 3)).containsExactly(3L, 4L, 5L);
        adas.say("live", room, "live");
        assertThat(bobs.awaitMessages(room, 1)).containsExactly(6L);
      }
    }
  }

  @Test
  void losesNothingWhileItReplaysAndOthersSpeak() {
    try (ChatSocketClient adas = ada.socket()) {
      IntStream.rangeClosed(1, 20).forEach(i -> adas.say("m" + i, room, "missed " + i));
      adas.awaitMessages(room, 20);
      try (ChatSocketClient bobs = bob.socket()) {
        adas.say("between", room, "between hello and resume");
        bobs.awaitMessages(room, 1);
        bobs.resume(room, 0);
        IntStream.rangeClosed(1, 10).forEach(i -> adas.say("n" + i, room, "meanwhile " + i));
        assertThat(bobs.awaitMessages(room, 31))
            .isEqualTo(LongStream.rangeClosed(1, 31).boxed().toList());
      }
    }
  }

  @Test
  void answersWhoIsTooFarBehindWithAGap() {
    for (int i = 1; i <= 1_001; i++) {
      speech.say(ada.username(), room, "m" + i, "missed " + i);
    }
    try (ChatSocketClient bobs = bob.socket()) {
      bobs.resume(room, 1);
      assertThat(bobs.awaitMessages(room, 1_000))
          .isEqualTo(LongStream.rangeClosed(2, 1_001).boxed().toList());
      bobs.resume(room, 0);
      assertThat(bobs.await("gap").path("from_seq").asLong()).isEqualTo(1_002);
      speech.say(ada.username(), room, "live", "live");
      assertThat(bobs.awaitMessages(room, 1)).containsExactly(1_002L);
    }
  }

  @Test
  void answersAClaimToHaveMoreThanThereIsWithAGap() {
    try (ChatSocketClient adas = ada.socket();
        ChatSocketClient bobs = bob.socket()) {
      bobs.resume(room, 100);
      JsonNode gap = bobs.await("gap");
      assertThat(gap.path("room").asText()).isEqualTo(room);
      assertThat(gap.path("from_seq").asLong()).isEqualTo(1);
      adas.say("a-1", room, "first");
      assertThat(bobs.awaitMessages(room, 1)).containsExactly(1L);
    }
  }

  @Test
  void refusesToResumeARoomThatTheUserIsNotIn() {
    bob.client().post("/api/rooms/" + room + "/leave");
    try (ChatSocketClient bobs = bob.socket()) {
      bobs.resume(room, 0);
      assertThat(bobs.await("error").path("problem").path("type").asText())
          .isEqualTo("urn:vorota:problem:not-a-member");
    }
  }

  @Test
  void refusesToSendToARoomThatTheUserIsNotInAndStays() {
    bob.client().post("/api/rooms/" + room + "/leave");
    try (ChatSocketClient bobs = bob.socket()) {
      bobs.say("b-1", room, "let me in");
      JsonNode error = bobs.await("error");
      assertThat(error.path("id").asText()).isEqualTo("b-1");
      assertThat(error.path("problem").path("status").asInt()).isEqualTo(403);
      bobs.send("{\"type\":\"ping\"}");
      bobs.await("pong");
    }
  }

  @Test
  void followsTheUserIntoAndOutOfRooms() {
    bob.client().post("/api/rooms/" + room + "/leave");
    try (ChatSocketClient adas = ada.socket();
        ChatSocketClient bobs = bob.socket()) {
      bob.client().post("/api/rooms/" + room + "/join");
      assertThat(bobs.await("joined").path("room").path("name").asText()).isEqualTo(room);
      adas.say("a-1", room, "welcome");
      assertThat(bobs.awaitMessages(room, 1)).containsExactly(1L);
      bob.client().post("/api/rooms/" + room + "/leave");
      assertThat(bobs.await("left").path("room").asText()).isEqualTo(room);
      adas.say("a-2", room, "gone?");
      adas.awaitMessages(room, 2);
      bobs.send("{\"type\":\"ping\"}");
      JsonNode next = bobs.await(_ -> true, "any frame");
      assertThat(next.path("type").asText()).isEqualTo("pong");
    }
  }
}
