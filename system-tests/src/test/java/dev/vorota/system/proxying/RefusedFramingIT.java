package dev.vorota.system.proxying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.RawConnection;
import dev.vorota.system.client.RawConnection.RawAnswer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Messages that two parsers could read in two ways are refused, the connection closed, and nothing
 * of them reaches the upstream (RFC 9112, sections 6.1, 6.3 and 11.2).
 */
final class RefusedFramingIT {

  private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

  private static GatewayAndUpstream road;

  @BeforeAll
  static void start() throws IOException {
    road = GatewayAndUpstream.start("framing");
  }

  @AfterAll
  static void stop() throws IOException {
    road.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
        "Content-Length: 4, 5\r\n\r\nabcd",
        "Content-Length: +4\r\n\r\nabcd",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 0x4\r\n\r\nabcd",
        "Content-Length: 99999999999999999999\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "X: 1\r\n Folded: 2\r\n\r\n",
        "X: a\u0000b\r\n\r\n",
        "X\r\n\r\n",
        ": empty\r\n\r\n",
        "Host: second.example\r\n\r\n"
      })
  void refusesAmbiguousHead(String rest) throws Exception {
    try (RawConnection connection = road.connect()) {
      connection.write(road.head("POST", "/service/ambiguous") + rest + SMUGGLED);

      RawAnswer answer = connection.read();

      assertThat(answer.status()).isIn(400, 501);
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(connection.isAtEnd()).isTrue();
    }
    assertThat(road.upstream().waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/service/../q/health",
        "/service/%2e%2e/q/health",
        "/service/a%2fb",
        "/service\\api",
        "/service/a\tb"
      })
  void refusesTargetThatCouldMeanAnotherPath(String target) throws Exception {
    try (RawConnection connection = road.connect()) {
      assertThat(connection.write(road.get(target) + "\r\n").read().status()).isEqualTo(400);
    }
    assertThat(road.upstream().waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {40_000, 400_000})
  void refusesHeadThatIsTooLong(int length) throws Exception {
    try (RawConnection connection = road.connect()) {
      RawAnswer answer =
          connection
              .write(road.get("/service/long") + "X: " + "a".repeat(length) + "\r\n\r\n")
              .read();

      assertThat(answer.status()).isEqualTo(431);
    }
  }
}
