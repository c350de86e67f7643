package dev.vorota.system.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vorota.system.client.Account;
import dev.vorota.system.client.Api;
import dev.vorota.system.client.ChatSocket;
import dev.vorota.system.client.Json;
import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.process.Vorota;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Row A9: one line for each request, and no secret in any line of any log. */
@ExtendWith(SharedVorota.class)
final class AccessLogIT {

  @Test
  void eachRequestLeavesALineThatSaysWhoAskedForWhat(Vorota vorota) {
    try (Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");
      String path = "/service/api/users/" + anna.username();
      api.get(path, anna.accessToken()).expect(200);

      JsonNode line =
          await()
              .atMost(Duration.ofSeconds(10))
              .until(() -> lineOf(vorota, path), Optional::isPresent)
              .orElseThrow();

      assertThat(member(line, "http.request.method")).isEqualTo("GET");
      assertThat(member(line, "http.response.status_code")).isEqualTo("200");
      assertThat(member(line, "client.ip")).isEqualTo("127.0.0.1");
      assertThat(member(line, "user.name")).isEqualTo(anna.username());
      assertThat(Long.parseLong(member(line, "event.duration"))).isPositive();
      assertThat(member(line, "@timestamp")).isNotBlank();
    }
  }

  @Test
  void noLogHoldsAPasswordOrAToken(Vorota vorota) throws Exception {
    String password = "The secret of " + Api.freshName("secret");
    String wrong = "A wrong one of " + Api.freshName("secret");
    try (Api api = new Api(vorota.address())) {
      String name = Api.freshName("anna");
      api.register(name, password).expect(201);
      api.register(name, password).expect(409);
      api.post("/service/api/login", null, Json.object("username", name, "password", wrong))
          .expect(401);
      Account anna = api.login(name, password);
      api.send(
              "POST",
              "/service/api/login",
              null,
              BodyPublishers.ofString("{\"username\":\"" + name + "\",\"password\":\"" + wrong),
              "Content-Type",
              "application/json")
          .expect(400);
      try (ChatSocket socket = ChatSocket.open(vorota.address(), anna.accessToken())) {
        socket.next("hello");
      }
      JsonNode fresh =
          api.post("/service/api/token/refresh", anna.refreshToken(), Json.object())
              .expect(200)
              .json();
      api.post("/service/api/token/refresh", anna.refreshToken(), Json.object()).expect(401);
      await().atMost(Duration.ofSeconds(10)).until(() -> lineOf(vorota, "/ws").isPresent());

      for (String log : List.of(vorota.chat().output(), vorota.gateway().output())) {
        assertThat(log)
            .doesNotContain(password)
            .doesNotContain(wrong)
            .doesNotContain(anna.accessToken())
            .doesNotContain(anna.refreshToken())
            .doesNotContain(fresh.get("access_token").asText())
            .doesNotContain(fresh.get("refresh_token").asText());
      }
    }
  }

  private static Optional<JsonNode> lineOf(Vorota vorota, String path) {
    return vorota
        .gateway()
        .output()
        .lines()
        .filter(line -> line.startsWith("{") && line.endsWith("}"))
        .map(Json::parse)
        .filter(line -> member(line, "url.path").equals(path))
        .findFirst();
  }

  /** A field by its name, whether the line nests it or writes the dots. */
  private static String member(JsonNode line, String name) {
    JsonNode flat = line.path(name);
    return flat.isMissingNode() ? line.at("/" + name.replace('.', '/')).asText() : flat.asText();
  }
}
