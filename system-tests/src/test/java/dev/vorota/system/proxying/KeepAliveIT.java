package dev.vorota.system.proxying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.RawConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Connections are kept, on both sides, for as long as both want it (RFC 9112, section 9.3). */
final class KeepAliveIT {

  private static GatewayAndUpstream road;

  @BeforeAll
  static void start() throws IOException {
    road = GatewayAndUpstream.start("keep-alive");
  }

  @AfterAll
  static void stop() throws IOException {
    road.close();
  }

  @Test
  void oneClientConnectionTakesOneUpstreamConnection() throws Exception {
    Set<Integer> used = new HashSet<>();
    try (RawConnection connection = road.connect()) {
      for (int i = 0; i < 50; i++) {
        assertThat(connection.write(road.get("/service/again") + "\r\n").read().status())
            .isEqualTo(200);
        used.add(road.upstream().next("/again").connection());
      }
    }
    assertThat(used).hasSize(1);
  }

  @Test
  void requestsSentAtOnceAreAnsweredInOrder() throws Exception {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      String body = "answer " + i;
      road.upstream()
          .on(
              "/ordered/" + i,
              (request, in, out) ->
                  out.write(
                      ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                          .getBytes(StandardCharsets.US_ASCII)));
      all.append(road.get("/service/ordered/" + i)).append("\r\n");
    }
    try (RawConnection connection = road.connect()) {
      connection.write(all.toString());
      for (int i = 0; i < 10; i++) {
        assertThat(connection.read().text()).isEqualTo("answer " + i);
      }
    }
  }

  @Test
  void closesWhenTheClientAsksForIt() throws Exception {
    try (RawConnection connection = road.connect()) {
      connection.write(road.get("/service/last") + "Connection: close\r\n\r\n").read();

      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  @Test
  void answersTheOldVersionAndCloses() throws Exception {
    try (RawConnection connection = road.connect()) {
      connection
          .write(
              "GET /service/old HTTP/1.0\r\nHost: gate.example\r\nAuthorization: Bearer %s\r\n\r\n"
                  .formatted(road.token()))
          .read();

      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  @Test
  void upstreamThatClosesAfterEachAnswerIsAskedOverNewConnections() throws Exception {
    road.upstream()
        .on(
            "/once",
            (request, in, out) -> {
              out.write(
                  "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4\r\n\r\nonce"
                      .getBytes(StandardCharsets.US_ASCII));
              out.flush();
              out.close();
            });
    try (RawConnection connection = road.connect()) {
      for (int i = 0; i < 20; i++) {
        assertThat(connection.write(road.get("/service/once") + "\r\n").read().text())
            .isEqualTo("once");
      }
    }
  }

  @Test
  void bodyThatEndsWithItsConnectionIsPassedOnWhole() throws Exception {
    road.upstream()
        .on(
            "/until-close",
            (request, in, out) -> {
              out.write(
                  "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nall of it"
                      .getBytes(StandardCharsets.US_ASCII));
              out.flush();
              out.close();
            });
    try (RawConnection connection = road.connect()) {
      assertThat(connection.write(road.get("/service/until-close") + "\r\n").read().text())
          .isEqualTo("all of it");
    }
  }
}
