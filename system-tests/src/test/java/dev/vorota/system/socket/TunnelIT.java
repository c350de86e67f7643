package dev.vorota.system.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vorota.system.client.Account;
import dev.vorota.system.client.Api;
import dev.vorota.system.client.ChatSocket;
import dev.vorota.system.client.Json;
import dev.vorota.system.client.RawConnection;
import dev.vorota.system.client.RawConnection.RawAnswer;
import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.process.Vorota;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The chat's WebSocket, opened through the gateway. */
@ExtendWith(SharedVorota.class)
final class TunnelIT {

  private static final String HANDSHAKE =
      """
      GET /ws%s HTTP/1.1\r
      Host: gate.example\r
      Connection: Upgrade\r
      Upgrade: websocket\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      %s\r
      """;

  @Test
  void handshakeWithoutTokenIsRefusedWithAProblem(Vorota vorota) throws Exception {
    RawAnswer answer =
        handshake(vorota, HANDSHAKE.formatted("", "Sec-WebSocket-Protocol: vorota.chat.v1\r\n"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate")).startsWith("Bearer");
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void tokenInTheAddressOpensNothing(Vorota vorota) throws Exception {
    try (Api api = new Api(vorota.address())) {
      String token = api.newAccount("anna").accessToken();

      RawAnswer answer = handshake(vorota, HANDSHAKE.formatted("?token=" + token, ""));

      assertThat(answer.status()).isEqualTo(401);
    }
  }

  @Test
  void handshakeAnswersTheProtocolAndNeverTheToken(Vorota vorota) throws Exception {
    try (Api api = new Api(vorota.address())) {
      String token = api.newAccount("anna").accessToken();

      RawAnswer answer =
          handshake(
              vorota,
              HANDSHAKE.formatted(
                  "", "Sec-WebSocket-Protocol: vorota.chat.v1, bearer." + token + "\r\n"));

      assertThat(answer.status()).isEqualTo(101);
      assertThat(answer.header("sec-websocket-protocol")).isEqualTo("vorota.chat.v1");
      assertThat(answer.header("sec-websocket-accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
      assertThat(answer.headers().values()).noneMatch(value -> value.contains(token));
    }
  }

  @Test
  void sameClientIdFromTwoSocketsIsOneMessage(Vorota vorota) throws Exception {
    try (Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");
      String room = newRoom(api, anna);
      String id = UUID.randomUUID().toString();
      try (ChatSocket one = open(vorota, anna);
          ChatSocket two = open(vorota, anna)) {
        one.send(id, room, "once");
        two.send(id, room, "once");

        assertThat(one.next("ack").get("seq")).isEqualTo(two.next("ack").get("seq"));
      }
      assertThat(api.history(anna, room)).hasSize(1);
    }
  }

  @Test
  void resumeBringsAllThatWasMissedInOrder(Vorota vorota) throws Exception {
    try (Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");
      String room = newRoom(api, anna);
      try (ChatSocket writer = open(vorota, anna)) {
        for (int i = 1; i <= 30; i++) {
          writer.send("m" + i, room, "text " + i);
          writer.next("ack");
        }
      }
      try (ChatSocket reader = open(vorota, anna)) {
        resume(reader, room, 5);

        List<Long> seqs =
            IntStream.rangeClosed(6, 30)
                .mapToObj(i -> reader.next("message").get("seq").asLong())
                .toList();
        assertThat(seqs).isSorted().doesNotHaveDuplicates().startsWith(6L).endsWith(30L);
      }
    }
  }

  @Test
  void malformedFrameGetsItsErrorAndThenACode(Vorota vorota) throws Exception {
    try (Api api = new Api(vorota.address());
        ChatSocket socket = open(vorota, api.newAccount("anna"))) {
      socket.sendFrame("{not json");

      assertThat(socket.next("error").at("/problem/status").asInt()).isEqualTo(400);
      assertThat(socket.awaitClosed().code()).isEqualTo(1007);
    }
  }

  @Test
  void longFrameGetsItsErrorAndThenACode(Vorota vorota) throws Exception {
    try (Api api = new Api(vorota.address());
        ChatSocket socket = open(vorota, api.newAccount("anna"))) {
      socket.send("long", "general", "x".repeat(20_000));

      assertThat(socket.next("error").has("problem")).isTrue();
      assertThat(socket.awaitClosed().code()).isEqualTo(1009);
    }
  }

  @Test
  void frameOfUnknownTypeIsAnsweredAndTheSocketStays(Vorota vorota) throws Exception {
    try (Api api = new Api(vorota.address());
        ChatSocket socket = open(vorota, api.newAccount("anna"))) {
      socket.sendFrame(Json.object("type", "dance").toString());
      socket.next("error");
      socket.sendFrame(Json.object("type", "ping").toString());

      assertThat(socket.next("pong").has("type")).isTrue();
    }
  }

  @Test
  void tooManyFramesEndWithACode(Vorota vorota) throws Exception {
    try (Api api = new Api(vorota.address());
        ChatSocket socket = open(vorota, api.newAccount("anna"))) {
      String ping = Json.object("type", "ping").toString();
      for (int i = 0; i < 500 && !socket.isClosed(); i++) {
        sendUnlessClosed(socket, ping);
      }
      assertThat(socket.awaitClosed().code()).isEqualTo(1008);
    }
  }

  private static void sendUnlessClosed(ChatSocket socket, String frame) {
    try {
      socket.sendFrame(frame);
    } catch (ExecutionException e) {
      assertThat(socket.awaitClosed().code()).isEqualTo(1008);
    }
  }

  private static void resume(ChatSocket socket, String room, long seq) throws Exception {
    ObjectNode frame = Json.object("type", "resume");
    frame.putObject("rooms").put(room, seq);
    socket.sendFrame(frame.toString());
  }

  private static ChatSocket open(Vorota vorota, Account account) throws Exception {
    ChatSocket socket = ChatSocket.open(vorota.address(), account.accessToken());
    socket.next("hello");
    return socket;
  }

  private static String newRoom(Api api, Account account) {
    String name = Api.freshName("room").replace('_', '-');
    JsonNode room =
        api.post("/service/api/rooms", account.accessToken(), Json.object("name", name))
            .expect(201)
            .json();
    return room.get("name").asText();
  }

  private static RawAnswer handshake(Vorota vorota, String request) throws Exception {
    try (RawConnection connection = RawConnection.open(vorota.address())) {
      RawAnswer head = connection.write(request).readHead();
      return head;
    }
  }
}
