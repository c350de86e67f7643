package dev.vorota.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.app.chat.RawSocket.Handshake;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SocketOpeningTest {

  @Test
  void answersWithTheProtocolAndNeverWithTheToken() {
    String token = ChatClient.login().accessToken();
    try (ChatSocketClient socket = ChatSocketClient.offering("bearer." + token, "vorota.chat.v1")) {
      assertThat(socket.protocol()).isEqualTo("vorota.chat.v1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vorota.chat.v1                      | 401 | token-required",
        "vorota.chat.v1, bearer.not-a-token  | 401 | invalid-token",
        "bearer.not-a-token                  | 400 | subprotocol-required",
        "chat, bearer.not-a-token            | 400 | subprotocol-required"
      })
  void refusesOtherOffersWithAProblem(String protocols, int status, String problem)
      throws IOException {
    try (RawSocket socket = new RawSocket()) {
      Handshake answer = socket.open(protocols);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.head()).containsIgnoringCase("content-type: application/problem+json");
      assertThat(answer.body()).contains("\"urn:vorota:problem:" + problem + "\"");
    }
  }
}
