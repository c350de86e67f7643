package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A side that takes nothing stops the other, and the gateway holds next to nothing meanwhile. */
class BackPressureTest extends DataPlaneTest {

  private static final int PIECE = 64 * 1_024;
  private static final long WHOLE = 128L * 1_024 * 1_024;
  private static final long MOST_HELD = 32L * 1_024 * 1_024;

  private final AtomicLong sent = new AtomicLong();

  BackPressureTest() throws IOException {}

  @Test
  void stopsAnUpstreamWhoseClientReadsNothing() throws Exception {
    RawConnection service = ask("GET /open HTTP/1.1\r\nHost: gate\r\n\r\n");
    service.send("HTTP/1.1 200 OK\r\nContent-Length: " + WHOLE + "\r\n\r\n");
    CompletableFuture<Void> sending = sendAll(service);
    awaitStandstill();
    client.readHead();

    assertThat(readAll(client)).isEqualTo(WHOLE);
    sending.get();
  }

  @Test
  void stopsAClientWhoseUpstreamReadsNothing() throws Exception {
    client.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: " + WHOLE + "\r\n\r\n");
    CompletableFuture<Void> sending = sendAll(client);
    RawConnection service = upstream.accept();
    awaitStandstill();
    service.readHead();

    assertThat(readAll(service)).isEqualTo(WHOLE);
    sending.get();
    service.send("HTTP/1.1 204 No Content\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 204 ");
  }

  /** What the gateway answers itself has a copy in the socket's buffer only piece by piece. */
  @Test
  void holdsLittleOfAnAnswerOfItsOwnThatTheClientDoesNotRead() throws IOException {
    client.send("GET /large HTTP/1.1\r\nHost: gate\r\nConnection: close\r\n\r\n");
    client.readHead();

    assertThat(PlatformDependent.usedDirectMemory()).isLessThan(MOST_HELD);
    assertThat(gateway.records()).isEmpty();
    assertThat(client.readToEnd()).hasSize(TestGateway.LARGE);
  }

  @Test
  void readsOverABodyThatNobodyWantsWhileItAnswersAtLength() throws IOException {
    client.send("POST /large HTTP/1.1\r\nHost: gate\r\nContent-Length: 24000000\r\n\r\n");
    client.send(new byte[24_000_000]);
    client.readHead();

    assertThat(client.readToEnd()).hasSize(TestGateway.LARGE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stopsTheOneEndOfATunnelWhoseOtherEndReadsNothing(boolean down) throws Exception {
    RawConnection service = openTunnel();
    CompletableFuture<Void> sending = sendAll(down ? service : client);
    awaitStandstill();

    assertThat(readAll(down ? client : service)).isEqualTo(WHOLE);
    sending.get();
  }

  private CompletableFuture<Void> sendAll(RawConnection side) {
    return CompletableFuture.runAsync(
        () -> {
          byte[] piece = new byte[PIECE];
          try {
            for (long left = WHOLE; left > 0; left -= PIECE) {
              side.send(piece);
              sent.addAndGet(PIECE);
            }
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }

  private void awaitStandstill() {
    awaitStandstill(sent::get);
    assertThat(sent.get()).isLessThan(WHOLE);
    assertThat(PlatformDependent.usedDirectMemory()).isLessThan(MOST_HELD);
  }

  private static long readAll(RawConnection side) throws IOException {
    long read = 0;
    while (read < WHOLE) {
      read += side.read(PIECE).length();
    }
    return read;
  }
}
