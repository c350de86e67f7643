package dev.vorota.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vorota.system.client.Account;
import dev.vorota.system.client.Api;
import dev.vorota.system.client.ChatSocket;
import dev.vorota.system.client.Json;
import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.process.Vorota;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole road, as a program walks it. */
@ExtendWith(SharedVorota.class)
final class FirstDayIT {

  @Test
  void twoPeopleTalkAndBothReadTheSame(Vorota vorota) throws Exception {
    try (Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");
      Account boris = api.newAccount("boris");
      try (ChatSocket annas = ChatSocket.open(vorota.address(), anna.accessToken());
          ChatSocket boriss = ChatSocket.open(vorota.address(), boris.accessToken())) {
        assertThat(annas.subprotocol()).isEqualTo("vorota.chat.v1");
        assertThat(annas.next("hello").at("/user/username").asText()).isEqualTo(anna.username());
        boriss.next("hello");

        String id = UUID.randomUUID().toString();
        annas.send(id, "general", "Hello, Boris");

        JsonNode message = boriss.nextThat(frame -> frame.path("id").asText().equals(id));
        assertThat(message.get("text").asText()).isEqualTo("Hello, Boris");
        assertThat(message.at("/from/username").asText()).isEqualTo(anna.username());
        JsonNode ack = annas.next("ack");
        assertThat(ack.get("seq").asLong()).isEqualTo(message.get("seq").asLong());
        assertThat(api.history(boris, "general"))
            .anySatisfy(
                kept -> {
                  assertThat(kept.get("id").asText()).isEqualTo(id);
                  assertThat(kept.get("seq").asLong()).isEqualTo(ack.get("seq").asLong());
                });
      }
    }
  }

  @Test
  void refreshedTokenOpensTheDoorAndUsedOneDoesNot(Vorota vorota) {
    try (Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");
      JsonNode fresh =
          api.post("/service/api/token/refresh", anna.refreshToken(), Json.object())
              .expect(200)
              .json();

      api.get("/service/api/me", fresh.get("access_token").asText()).expect(200);
      api.post("/service/api/token/refresh", anna.refreshToken(), Json.object()).expect(401);
    }
  }

  @Test
  void roomIsMadeJoinedAndLeft(Vorota vorota) {
    try (Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");
      Account boris = api.newAccount("boris");
      String room = "room-" + ProcessHandle.current().pid();
      String path = "/service/api/rooms/" + room;

      api.post("/service/api/rooms", anna.accessToken(), Json.object("name", room)).expect(201);
      api.post("/service/api/rooms", boris.accessToken(), Json.object("name", room)).expect(409);
      JsonNode joined = api.post(path + "/join", boris.accessToken(), Json.object()).json();

      assertThat(joined.get("members").asInt()).isEqualTo(2);
      api.post(path + "/leave", boris.accessToken(), Json.object()).expect(204);
    }
  }
}
