package dev.vorota.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ObservabilityTest {

  @Test
  void isReadyAndAlive() {
    assertThat(ChatClient.anonymous().get("/q/health/ready").text("status")).isEqualTo("UP");
    assertThat(ChatClient.anonymous().get("/q/health/live").text("status")).isEqualTo("UP");
  }

  @Test
  void countsConnectionsAndFrames() {
    try (ChatSocketClient socket = ChatClient.login().socket()) {
      socket.send("{\"type\":\"ping\"}");
      socket.await("pong");
      String metrics =
          new String(ChatClient.anonymous().get("/metrics").bytes(), StandardCharsets.UTF_8);
      assertThat(metrics)
          .containsPattern("(?m)^chat_connections [1-9]")
          .containsPattern("(?m)^chat_frames_received_total [1-9]")
          .containsPattern("(?m)^chat_frames_sent_total [1-9]");
    }
  }

  @Test
  void describesItself() {
    ChatClient client = ChatClient.anonymous();
    JsonNode openapi =
        client.send(client.request("/q/openapi").header("Accept", "application/json").GET()).json();
    assertThat(openapi.path("info").path("title").asText()).isEqualTo("Vorota chat");
    assertThat(openapi.path("paths").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "/.well-known/jwks.json",
            "/api/login",
            "/api/logout",
            "/api/me",
            "/api/me/avatar",
            "/api/register",
            "/api/rooms",
            "/api/rooms/{room}/join",
            "/api/rooms/{room}/leave",
            "/api/rooms/{room}/messages",
            "/api/token/refresh",
            "/api/users/{username}",
            "/api/users/{username}/avatar");
    JsonNode schemas = openapi.path("components").path("schemas");
    assertThat(schemas.fieldNames()).toIterable().contains("User", "Room", "Message", "Problem");
    assertThat(schemas.path("User").path("properties").fieldNames())
        .toIterable()
        .containsExactly("username", "display_name", "avatar", "created_at");
    assertThat(openapi.path("paths"))
        .allSatisfy(
            path ->
                assertThat(path)
                    .allSatisfy(
                        operation ->
                            assertThat(operation.path("responses").has("default")).isTrue()));
    assertThat(openapi.at("/paths/~1api~1me/get/security/0/access_token").isArray()).isTrue();
  }
}
