package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Ends that close one side of a connection and go on with the other (RFC 9112, section 9.6). */
class HalfCloseTest extends DataPlaneTest {

  private static final String GET = "GET /open HTTP/1.1\r\nHost: gate\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final int LONG = 16 * 1_024 * 1_024;

  HalfCloseTest() throws IOException {}

  @Test
  void stillGetsTheResponseToAWholeRequest() throws IOException {
    RawConnection service = ask(GET);
    client.finishSending();
    service.send(OK);

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("ok");
    await().until(() -> gateway.records().size() == 1);
    assertThat(gateway.records().element().status()).isEqualTo(200);
  }

  @Test
  void stillGetsEveryResponseToPipelinedRequests() throws IOException {
    client
        .send(GET + "GET /here HTTP/1.1\r\nHost: gate\r\n\r\n" + GET + "GET /half HT")
        .finishSending();
    RawConnection service = upstream.accept();
    service.readHead();
    service.send(OK);
    service.readHead();
    service.send(OK);

    assertThat(client.readToEnd().split("HTTP/1.1 200 OK", -1)).hasSize(4);
  }

  @Test
  void givesTheUpstreamUpWhenTheRequestCanNeverBeWhole() throws IOException {
    RawConnection service =
        ask("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 8\r\n\r\npart");
    client.finishSending();

    assertThat(service.readToEnd()).isEqualTo("part");
    assertThat(client.isClosedByPeer()).isTrue();
  }

  @Test
  void givesTheUpstreamUpOnceTheClientIsKnownToBeGone() throws IOException {
    RawConnection service = ask(GET);
    client.finishSending();
    service.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
    client.readHead();
    client.reset();
    service.send("1\r\nb\r\n");

    assertThat(service.isClosedByPeer()).isTrue();
  }

  @Test
  void closesAnIdleConnection() throws IOException {
    client.finishSending();

    assertThat(client.isClosedByPeer()).isTrue();
  }

  @Test
  void passesThroughATunnelFromTheClient() throws IOException {
    RawConnection service = openTunnel();
    client.send("last words").finishSending();
    assertThat(service.readToEnd()).isEqualTo("last words");
    service.send("an answer to them");
    assertThat(client.read(17)).isEqualTo("an answer to them");
    service.close();

    assertThat(client.isClosedByPeer()).isTrue();
    await().until(() -> gateway.records().size() == 1);
  }

  @Test
  void passesThroughATunnelFromTheUpstream() throws IOException {
    RawConnection service = ask(HANDSHAKE);
    service.send(SWITCH + "last words").finishSending();
    client.readHead();
    assertThat(client.readToEnd()).isEqualTo("last words");
    client.send("an answer to them");
    assertThat(service.read(17)).isEqualTo("an answer to them");
    client.finishSending();

    assertThat(service.isClosedByPeer()).isTrue();
    await().until(() -> gateway.records().size() == 1);
  }

  @Test
  void losesNothingOfALongBodyThatTheEndStandsBehind() throws Exception {
    client.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: " + LONG + "\r\n\r\n");
    CompletableFuture<Void> sending = sendAllAndFinish(client);
    RawConnection service = upstream.accept();
    service.readHead();
    assertThat(service.read(LONG)).hasSize(LONG);
    sending.get();
    service.send(OK);

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("ok");
  }

  @Test
  void losesNothingOfATunnelThatTheEndStandsBehind() throws Exception {
    RawConnection service = openTunnel();
    CompletableFuture<Void> up = sendAllAndFinish(client);
    CompletableFuture<Void> down = sendAllAndFinish(service);

    assertThat(service.readToEnd()).hasSize(LONG);
    assertThat(client.readToEnd()).hasSize(LONG);
    up.get();
    down.get();
    await().until(() -> gateway.records().size() == 1);
    assertThat(gateway.records().element().responseBytes()).isEqualTo(LONG);
  }

  private static CompletableFuture<Void> sendAllAndFinish(RawConnection side) {
    return side.sendInBackground(new byte[LONG])
        .thenRun(
            () -> {
              try {
                side.finishSending();
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });
  }

  @Test
  void resetsEndATunnelAtOnce() throws IOException {
    RawConnection service = openTunnel();
    service.reset();

    assertThat(client.isClosedByPeer()).isTrue();
  }
}
