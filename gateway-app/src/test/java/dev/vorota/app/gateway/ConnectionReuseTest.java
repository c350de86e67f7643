package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What becomes of connections when requests are refused, sent again or left alone. */
class ConnectionReuseTest extends DataPlaneTest {

  private static final String GET = "GET /open HTTP/1.1\r\nHost: gate\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  ConnectionReuseTest() throws IOException {}

  @Test
  void keepsTheConnectionWhenARefusedRequestHasAShortBody() throws IOException {
    client.send("POST /closed HTTP/1.1\r\nHost: gate\r\nContent-Length: 4\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 401 ").contains("www-authenticate: Bearer");
    client.send("body");
    client.read(158);
    client.send("GET /here HTTP/1.1\r\nHost: gate\r\n\r\n");

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void closesTheConnectionWhenARefusedRequestHasALongBody() throws IOException {
    client.send("POST /closed HTTP/1.1\r\nHost: gate\r\nContent-Length: 10000000\r\n\r\n");
    client.send(new byte[1_000_000]);

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 401 ").contains("connection: close");
  }

  @Test
  void sendsASafeRequestAgainWhenAnIdleConnectionWasClosed() throws IOException {
    try (RawConnection first = warm()) {
      client.send(GET);
      first.readHead();
    }
    try (RawConnection second = upstream.accept()) {
      second.readHead();
      second.send(OK);
      assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void sendsAnUnsafeRequestOnceOnly() throws IOException {
    try (RawConnection first = warm()) {
      client.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 0\r\n\r\n");
      first.readHead();
    }

    assertThat(client.readHead()).startsWith("HTTP/1.1 502 ").contains("retry-after: 1");
  }

  @Test
  void givesTheUpstreamUpWhenTheClientLeaves() throws IOException {
    RawConnection service = ask(GET);
    client.reset();

    assertThat(service.isClosedByPeer()).isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(gateway.records())
                    .singleElement()
                    .satisfies(exchange -> assertThat(exchange.status()).isEqualTo(499)));
  }

  /** Serves one request, so that the gateway has an idle connection to the upstream. */
  private RawConnection warm() throws IOException {
    RawConnection service = ask(GET);
    service.send(OK);
    client.readHead();
    client.read(2);
    return service;
  }
}
