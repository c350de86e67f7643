package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Upstreams that answer before they have the whole request. */
class EarlyResponseTest extends DataPlaneTest {

  private static final String TOO_LARGE =
      "HTTP/1.1 413 Content Too Large\r\nContent-Length: 5\r\n\r\nlarge";
  private static final String NEXT = "GET /here HTTP/1.1\r\nHost: gate\r\n\r\n";
  private static final int PIECE = 64 * 1_024;

  EarlyResponseTest() throws IOException {}

  @Test
  void closesWhenMuchOfTheBodyIsStillToCome() throws IOException {
    RawConnection service =
        ask("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 10000000\r\n\r\npart");
    service.send(TOO_LARGE);

    assertThat(client.readToEnd())
        .startsWith("HTTP/1.1 413 Content Too Large\r\n")
        .contains("connection: close\r\n")
        .endsWith("large");
    assertThat(service.read(5)).isEqualTo("part");
  }

  @Test
  void goesOnOnceTheLittleThatIsToComeHasCome() throws IOException {
    RawConnection service =
        ask("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 8\r\n\r\npart");
    service.send(TOO_LARGE);
    assertThat(client.readHead()).startsWith("HTTP/1.1 413 ").doesNotContain("connection:");
    assertThat(client.read(5)).isEqualTo("large");
    client.send("rest" + NEXT);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    assertThat(client.read(2)).isEqualTo("hi");
    assertThat(service.read(5)).isEqualTo("part");
  }

  @Test
  void closesAfterChunksWhoseEndNobodyKnows() throws IOException {
    RawConnection service =
        ask("POST /open HTTP/1.1\r\nHost: gate\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npart\r\n");
    service.send(TOO_LARGE);

    assertThat(client.readToEnd()).contains("connection: close\r\n").endsWith("large");
  }

  /** What the upstream said is read, though writing to it fails because it has hung up. */
  @Test
  void isHeardFromAnUpstreamThatHasHungUp() throws Exception {
    client.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 100000000\r\n\r\n");
    CompletableFuture<Void> sending = CompletableFuture.runAsync(this::sendUntilClosed);
    try (RawConnection service = upstream.accept()) {
      service.readHead();
      service.read(PIECE);
      service.send(TOO_LARGE);
      service.finishSending();
      assertThat(client.readHead()).startsWith("HTTP/1.1 413 Content Too Large\r\n");
      assertThat(client.read(5)).isEqualTo("large");
    }
    client.close();
    sending.get();
  }

  @Test
  void mayTakeTheBodyWhileItAnswers() throws IOException {
    RawConnection service =
        ask("POST /open HTTP/1.1\r\nHost: gate\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n");
    assertThat(service.read(8)).isEqualTo("3\r\none\r\n");
    service.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nONE\r\n");
    client.readHead();
    assertThat(client.read(8)).isEqualTo("3\r\nONE\r\n");
    client.send("3\r\ntwo\r\n0\r\n\r\n");
    assertThat(service.read(13)).isEqualTo("3\r\ntwo\r\n0\r\n\r\n");
    service.send("3\r\nTWO\r\n0\r\n\r\n");

    assertThat(client.readToEnd()).isEqualTo("3\r\nTWO\r\n0\r\n\r\n");
  }

  private void sendUntilClosed() {
    try {
      for (int i = 0; i < 10_000; i++) {
        client.send(new byte[PIECE]);
      }
    } catch (IOException _) {
      return; // the gateway has closed, or the test is over
    }
  }
}
