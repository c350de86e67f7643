package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Fields that follow a body in chunks. */
class TrailersTest extends DataPlaneTest {

  private static final String CHUNKED_POST =
      "POST /open HTTP/1.1\r\nHost: gate\r\nTransfer-Encoding: chunked\r\n";

  TrailersTest() throws IOException {}

  @Test
  void passThemToTheUpstreamExceptWhatMayNotStandThere() throws IOException {
    client.send(CHUNKED_POST + "Trailer: X-Sum\r\n\r\n2\r\nab\r\n0\r\n");
    RawConnection service = upstream.accept();
    assertThat(service.readHead()).contains("Trailer: X-Sum\r\n");
    client.send(
        "X-Sum: 42\r\nContent-Length: 9\r\nTransfer-Encoding: gzip\r\nHost: evil\r\n"
            + "Authorization: Bearer x\r\nX-Forwarded-For: 203.0.113.9\r\nX-More: \t yes\r\n\r\n");

    assertThat(service.read(7)).isEqualTo("2\r\nab\r\n");
    assertThat(service.readHead()).isEqualTo("0\r\nX-Sum: 42\r\nX-More: \t yes\r\n\r\n");
    service.send("HTTP/1.1 204 No Content\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 204 ");
  }

  @Test
  void passThemToTheClientExceptWhatMayNotStandThere() throws IOException {
    client.send("GET /open HTTP/1.1\r\nHost: gate\r\nTE: gzip;q=0.5, trailers\r\n\r\n");
    RawConnection service = upstream.accept();
    assertThat(service.readHead()).contains("te: trailers\r\n", "connection: TE\r\n");
    service.send(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: Grpc-Status\r\n\r\n"
            + "2\r\nok\r\n0\r\nGrpc-Status: 0\r\nSet-Cookie: a=b\r\nContent-Type: x/y\r\n\r\n");

    assertThat(client.readHead()).contains("Trailer: Grpc-Status\r\n");
    assertThat(client.read(7)).isEqualTo("2\r\nok\r\n");
    assertThat(client.readHead()).isEqualTo("0\r\nGrpc-Status: 0\r\n\r\n");
    client.send("GET /open HTTP/1.1\r\nHost: gate\r\n\r\n");
    assertThat(service.readHead()).doesNotContain("te: trailers", "connection:");
  }

  @Test
  void waitForAConnectionAsTheBodyDoes() throws IOException {
    RawConnection service = ask(CHUNKED_POST + "\r\n2\r\nab\r\n0\r\nX-Sum: 42\r\n\r\n");

    assertThat(service.read(7)).isEqualTo("2\r\nab\r\n");
    assertThat(service.readHead()).isEqualTo("0\r\nX-Sum: 42\r\n\r\n");
  }

  @Test
  void areDroppedForAClientWithoutChunks() throws IOException {
    client.send("GET /open HTTP/1.0\r\nTE: trailers\r\n\r\n");
    RawConnection service = upstream.accept();
    assertThat(service.readHead()).doesNotContain("te:");
    service.send(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
            + "2\r\nok\r\n0\r\nX-Sum: 42\r\n\r\n");

    assertThat(client.readToEnd()).doesNotContain("Trailer", "X-Sum").endsWith("\r\n\r\nok");
  }

  @Test
  void endTheRequestWhenTheyAreTooLong() throws IOException {
    RawConnection service = ask(CHUNKED_POST + "\r\n0\r\n");
    client.send("X-Long: " + "x".repeat(10_000) + "\r\n\r\n");

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 431 ").contains("head-too-large");
    assertThat(service.isClosedByPeer()).isTrue();
  }

  @Test
  void endTheResponseWhenTheyAreMalformed() throws IOException {
    RawConnection service = ask("GET /open HTTP/1.1\r\nHost: gate\r\n\r\n");
    service.send(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX Y: 1\r\n\r\n");

    assertThat(client.readToEnd()).doesNotContain("0\r\n\r\n");
    assertThat(service.isClosedByPeer()).isTrue();
  }
}
