package dev.vorota.app.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Requests that are sent before the earlier ones are answered (RFC 9112, section 9.3.2). */
class PipeliningTest extends DataPlaneTest {

  private static final String HERE = "GET /here HTTP/1.1\r\nHost: gate\r\n\r\n";
  private static final int MANY = 3_000;
  private static final int PIECE = 64 * 1_024;
  private static final long WHOLE = 128L * 1_024 * 1_024;
  private static final long MOST_HELD = 16L * 1_024 * 1_024;

  PipeliningTest() throws IOException {}

  @Test
  void answersItsOwnAndTheUpstreamsInTheirOrder() throws IOException {
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      requests.append(HERE).append("POST /open/" + i + " HTTP/1.1\r\nHost: gate\r\n");
      requests.append("Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n");
      requests.append("HEAD /nowhere HTTP/1.1\r\nHost: gate\r\n\r\n");
    }
    client.send(requests.toString());
    RawConnection service = upstream.accept();
    for (int i = 0; i < 50; i++) {
      assertThat(service.readHead()).startsWith("POST /open/" + i + " ");
      assertThat(service.read(12)).isEqualTo("2\r\nab\r\n0\r\n\r\n");
      service.send("HTTP/1.1 200 OK\r\nX-Number: " + i + "\r\nContent-Length: 0\r\n\r\n");
      assertThat(client.readHead()).contains("content-length: 2\r\n");
      assertThat(client.read(2)).isEqualTo("hi");
      assertThat(client.readHead()).contains("X-Number: " + i + "\r\n");
      assertThat(client.readHead()).startsWith("HTTP/1.1 404 ");
    }
  }

  @Test
  void stopsReadingFromAClientThatWaitsForAnAnswer() throws IOException {
    RawConnection service = ask("GET /open HTTP/1.1\r\nHost: gate\r\n\r\n");
    AtomicLong sent = new AtomicLong();
    CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendMore(sent));
    awaitStandstill(sent::get);

    assertThat(sent.get()).isLessThan(WHOLE);
    assertThat(PlatformDependent.usedDirectMemory()).isLessThan(MOST_HELD);
    service.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    assertThat(client.readHead()).startsWith("HTTP/1.1 431 ");
    client.close();
    sending.join();
  }

  @Test
  void answersManyThatAreSentAtOnce() throws IOException {
    client.send(HERE.repeat(MANY)).finishSending();

    assertThat(client.readToEnd().split("\r\n\r\nhi", -1)).hasSize(MANY + 1);
  }

  @Test
  void answersNothingAfterTheRequestThatEndsTheConnection() throws IOException {
    client.send(HERE + "GET /here HTTP/1.1\r\nHost: gate\r\nConnection: close\r\n\r\n" + HERE);

    assertThat(client.readToEnd().split("HTTP/1.1 200 OK", -1)).hasSize(3);
  }

  @Test
  void answersNothingAfterARequestThatIsRefused() throws IOException {
    client.send(HERE + "GET / HTTP/1.1\r\nHost : gate\r\n\r\n" + HERE);

    assertThat(client.readToEnd().split("HTTP/1.1 ", -1)).hasSize(3);
  }

  private void sendMore(AtomicLong sent) {
    byte[] piece = "X".repeat(PIECE).getBytes(US_ASCII);
    try {
      while (sent.get() < WHOLE) {
        client.send(piece);
        sent.addAndGet(PIECE);
      }
    } catch (IOException _) {
      return; // the gateway refused what was sent, and closed
    }
  }
}
