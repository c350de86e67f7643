package dev.vorota.system.proxying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.RawConnection;
import dev.vorota.system.client.RawConnection.RawAnswer;
import dev.vorota.system.upstream.ReceivedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the upstream sees of a request's head, and the client of a response's. */
final class HeadersIT {

  private static GatewayAndUpstream road;

  @BeforeAll
  static void start() throws IOException {
    road = GatewayAndUpstream.start("headers");
  }

  @AfterAll
  static void stop() throws IOException {
    road.close();
  }

  @Test
  void prefixIsStrippedAndTheRestOfTheTargetLeftAsItIs() throws Exception {
    send(road.get("/service/api/rooms/a%20b?x=1&y=%C3%A9&x=2") + "\r\n");

    assertThat(road.upstream().next("/api/rooms/a%20b").target())
        .isEqualTo("/api/rooms/a%20b?x=1&y=%C3%A9&x=2");
  }

  @Test
  void hopByHopFieldsStayOnTheirHop() throws Exception {
    send(
        road.get("/service/hops")
            + "Connection: keep-alive, X-Private\r\nKeep-Alive: timeout=9\r\nX-Private: 1\r\n"
            + "TE: gzip\r\nProxy-Authorization: Basic eA==\r\nProxy-Connection: keep-alive\r\n"
            + "X-Kept: yes\r\n\r\n");

    ReceivedRequest seen = road.upstream().next("/hops");
    assertThat(seen.header("x-kept")).isEqualTo("yes");
    for (String name :
        List.of(
            "keep-alive",
            "x-private",
            "te",
            "proxy-authorization",
            "proxy-connection",
            "upgrade")) {
      assertThat(seen.all(name)).as(name).isEmpty();
    }
    assertThat(seen.all("connection")).doesNotContain("X-Private");
  }

  @Test
  void connectionFieldCannotRemoveWhatTheGatewaySets() throws Exception {
    send(road.get("/service/nominated") + "Connection: X-Forwarded-For, Via, Host\r\n\r\n");

    ReceivedRequest seen = road.upstream().next("/nominated");
    assertThat(seen.all("x-forwarded-for")).containsExactly("127.0.0.1");
    assertThat(seen.all("via")).hasSize(1);
    assertThat(seen.all("host")).hasSize(1);
  }

  @Test
  void forwardingFieldsTellTheClientAndReplaceWhatItMadeUp() throws Exception {
    send(
        road.get("/service/forwarded")
            + "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n"
            + "X-Forwarded-Host: evil.example\r\nForwarded: for=203.0.113.9\r\n\r\n");

    ReceivedRequest seen = road.upstream().next("/forwarded");
    assertThat(seen.all("x-forwarded-for")).containsExactly("127.0.0.1");
    assertThat(seen.all("x-forwarded-proto")).containsExactly("http");
    assertThat(seen.all("x-forwarded-host")).containsExactly("gate.example");
    assertThat(seen.all("forwarded"))
        .singleElement()
        .satisfies(
            value ->
                assertThat(value)
                    .contains("for=127.0.0.1")
                    .contains("proto=http")
                    .contains("host=\"gate.example\"")
                    .doesNotContain("203.0.113.9"));
    assertThat(seen.header("via")).startsWith("1.1 ");
  }

  @Test
  void responsesHopByHopFieldsStayOnTheirHop() throws Exception {
    road.upstream()
        .on(
            "/response",
            (request, in, out) ->
                out.write(
                    ("HTTP/1.1 200 OK\r\nConnection: X-Inner\r\nX-Inner: 1\r\nKeep-Alive: timeout=5"
                            + "\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-Outer: 1\r\n"
                            + "Content-Length: 2\r\n\r\nok")
                        .getBytes(StandardCharsets.US_ASCII)));

    RawAnswer answer = send(road.get("/service/response") + "\r\n");

    assertThat(answer.header("x-outer")).isEqualTo("1");
    assertThat(answer.header("set-cookie")).isEqualTo("a=1, b=2");
    assertThat(answer.header("x-inner")).isNull();
    assertThat(answer.header("keep-alive")).isNull();
    assertThat(answer.text()).isEqualTo("ok");
  }

  @Test
  void answerToHeadHasTheLengthAndNoBody() throws Exception {
    road.upstream()
        .on(
            "/head",
            (request, in, out) ->
                out.write(
                    "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII)));
    try (RawConnection connection = road.connect()) {
      RawAnswer head = connection.write(road.head("HEAD", "/service/head") + "\r\n").readHead();
      assertThat(head.header("content-length")).isEqualTo("5000");

      assertThat(connection.write(road.get("/service/after") + "\r\n").read().text())
          .isEqualTo("seen");
    }
  }

  private static RawAnswer send(String request) throws IOException {
    try (RawConnection connection = road.connect()) {
      return connection.write(request).read();
    }
  }
}
