package dev.vorota.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.app.chat.ChatClient.Login;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SocketLimitsTest {

  @Inject MovableClock clock;
  @Inject MeterRegistry meters;
  @Inject Speech speech;

  @AfterEach
  void comeBackToThePresent() {
    clock.reset();
  }

  @Test
  void closesOnAFrameThatIsTooLong() {
    assertFatal("{\"type\":\"ping\"}" + " ".repeat(16 * 1024), "frame-too-long", 1009);
  }

  @Test
  void countsBytesNotCharacters() {
    assertFatal("\"" + "ж".repeat(8 * 1024) + "\"", "frame-too-long", 1009);
  }

  @Test
  void closesOnAFrameThatIsFarTooLongToBeRead() {
    try (ChatSocketClient socket = ChatClient.login().socket()) {
      socket.send("x".repeat(200_000));
      assertThat(socket.awaitClose()).isEqualTo(1009);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "hello", "{\"type\":\"ping\"}{}"})
  void closesOnAFrameThatIsNoJsonObject(String frame) {
    assertFatal(frame, "malformed-json", 1007);
  }

  @Test
  void closesOnAFrameThatIsNotUtf8() throws IOException {
    try (RawSocket socket = new RawSocket()) {
      socket.open("vorota.chat.v1, bearer." + ChatClient.login().accessToken());
      socket.sendText("{\"type\":\"ping\",\"\u00ff\":1}".getBytes(StandardCharsets.ISO_8859_1));
      assertThat(socket.awaitClose()).isEqualTo(1007);
    }
  }

  @Test
  void closesOnABinaryFrame() {
    try (ChatSocketClient socket = ChatClient.login().socket()) {
      socket.sendBinary(new byte[] {1, 2, 3});
      assertThat(socket.awaitClose()).isEqualTo(4403);
    }
  }

  @Test
  void staysOnAFrameOfUnknownType() {
    try (ChatSocketClient socket = ChatClient.login().socket()) {
      socket.send("{\"type\":\"shout\"}");
      assertThat(problem(socket)).isEqualTo("invalid-input");
      socket.send("{\"type\":\"ping\"}");
      socket.await("pong");
    }
  }

  @Test
  void closesOnTooManyFrames() {
    try (ChatSocketClient socket = ChatClient.login().socket()) {
      for (int i = 0; i < 80; i++) {
        socket.send("{\"type\":\"ping\"}");
      }
      assertThat(problem(socket)).isEqualTo("too-many-frames");
      assertThat(socket.awaitClose()).isEqualTo(1008);
    }
  }

  @Test
  void closesWhenTheTokenExpires() {
    try (ChatSocketClient socket = ChatClient.login().socket()) {
      clock.moveAhead(Duration.ofMinutes(16));
      assertThat(socket.awaitClose()).isEqualTo(4401);
    }
  }

  @Test
  void cutsOffAReaderThatIsTooSlow() throws IOException {
    Login reader = ChatClient.login();
    String room = ChatClient.freshName();
    reader.client().post("/api/rooms", "{\"name\":\"" + room + "\"}");
    try (RawSocket slow = new RawSocket(4_096)) {
      slow.open("vorota.chat.v1, bearer." + reader.accessToken());
      slow.awaitText("hello");
      double before = cutOff();
      for (int i = 0; cutOff() == before && i < 2_000; i++) {
        speech.say(reader.username(), room, "m" + i, "€".repeat(4_000));
      }
      assertThat(cutOff()).isEqualTo(before + 1);
      assertThat(slow.awaitClose()).isEqualTo(4408);
    }
  }

  private double cutOff() {
    return meters.counter("chat.closed", "code", "4408").count();
  }

  private static void assertFatal(String frame, String problem, int code) {
    try (ChatSocketClient socket = ChatClient.login().socket()) {
      socket.send(frame);
      assertThat(problem(socket)).isEqualTo(problem);
      assertThat(socket.awaitClose()).isEqualTo(code);
    }
  }

  private static String problem(ChatSocketClient socket) {
    return socket
        .await("error")
        .path("problem")
        .path("type")
        .asText()
        .replace("urn:vorota:problem:", "");
  }
}
