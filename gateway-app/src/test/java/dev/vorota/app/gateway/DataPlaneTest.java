package dev.vorota.app.gateway;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;

/** A gateway between a client and an upstream whose every octet the test decides. */
abstract class DataPlaneTest {

  /** What a client sends that wants to change to WebSocket. */
  static final String HANDSHAKE =
      "GET /open HTTP/1.1\r\nHost: gate\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

  /** What an upstream answers that changes with it. */
  static final String SWITCH =
      "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
          + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

  final ScriptedUpstream upstream = new ScriptedUpstream();
  final TestGateway gateway = TestGateway.before(upstream);
  final RawConnection client = gateway.connect();

  DataPlaneTest() throws IOException {}

  /** Sends a request, and returns the connection over which the upstream got its head. */
  RawConnection ask(String request) throws IOException {
    client.send(request);
    RawConnection service = upstream.accept();
    service.readHead();
    return service;
  }

  /** Lets both sides change to WebSocket, and returns the upstream's. */
  RawConnection openTunnel() throws IOException {
    RawConnection service = ask(HANDSHAKE).send(SWITCH);
    client.readHead();
    return service;
  }

  /** Waits until a count of what somebody does has begun to grow and grows no more. */
  static void awaitStandstill(LongSupplier count) {
    AtomicLong before = new AtomicLong(-1);
    await()
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              long now = count.getAsLong();
              return now > 0 && before.getAndSet(now) == now;
            });
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    gateway.close();
    upstream.close();
  }
}
