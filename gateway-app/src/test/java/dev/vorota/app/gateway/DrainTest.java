package dev.vorota.app.gateway;

import static dev.vorota.app.gateway.DataPlaneTest.awaitStandstill;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of connections when the gateway stops. */
class DrainTest {

  private static final String HERE = "GET /here HTTP/1.1\r\nHost: gate\r\n\r\n";
  private static final String GOING_AWAY = "\u0088\2\3\u00e9";
  private static final int MANY = 60_000;

  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final TestGateway gateway = TestGateway.before(upstream);

  DrainTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    gateway.close();
    upstream.close();
  }

  @Test
  void letsAnExchangeEndAndTakesNoMore() throws Exception {
    try (RawConnection busy = gateway.connect();
        RawConnection idle = gateway.connect()) {
      idle.send(HERE);
      idle.readHead();
      idle.read(2);
      busy.send("GET /open HTTP/1.1\r\nHost: gate\r\n\r\n");
      RawConnection service = upstream.accept();
      service.readHead();
      CompletableFuture<Void> drained = CompletableFuture.runAsync(this::drain);
      assertThat(idle.isClosedByPeer()).isTrue();
      await()
          .untilAsserted(
              () -> assertThatThrownBy(gateway::connect).isInstanceOf(IOException.class));
      assertThat(drained).isNotDone();

      service.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      assertThat(busy.readToEnd()).contains("connection: close").endsWith("ok");
      busy.finishSending();
      drained.get();
    }
  }

  /** The exchanges are over for the gateway when the client has yet to take their answers. */
  @Test
  void letsAClientTakeTheAnswersThatItHasNotRead() throws Exception {
    try (RawConnection slow = gateway.connect()) {
      var sending = slow.sendInBackground(HERE.repeat(MANY).getBytes(US_ASCII));
      awaitStandstill(() -> gateway.records().size());
      assertThat(gateway.records()).hasSizeLessThan(MANY);
      CompletableFuture<Void> drained = CompletableFuture.runAsync(this::drain);
      await()
          .untilAsserted(
              () -> assertThatThrownBy(gateway::connect).isInstanceOf(IOException.class));

      assertThat(slow.readToEnd().split("\r\n\r\nhi", -1)).hasSize(gateway.records().size() + 1);
      sending.get();
      slow.finishSending();
      drained.get();
    }
  }

  @Test
  void beginsNoTunnelWhileItStops() throws Exception {
    try (RawConnection socket = gateway.connect();
        RawConnection idle = gateway.connect()) {
      idle.send(HERE);
      idle.readHead();
      idle.read(2);
      socket.send(
          "GET /open HTTP/1.1\r\nHost: gate\r\nConnection: Upgrade\r\n"
              + "Upgrade: websocket\r\n\r\n");
      RawConnection service = upstream.accept();
      service.readHead();
      CompletableFuture<Void> drained = CompletableFuture.runAsync(this::drain);
      assertThat(idle.isClosedByPeer()).isTrue();

      service.send(
          "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\n"
              + "Upgrade: websocket\r\n\r\nfirst frame");
      assertThat(socket.readToEnd())
          .startsWith("HTTP/1.1 503 ")
          .contains("connection: close", "gateway-stopping");
      assertThat(service.isClosedByPeer()).isTrue();
      socket.finishSending();
      drained.get();
    }
  }

  @Test
  void tellsBothEndsOfAWebSocketToGoAway() throws Exception {
    try (RawConnection socket = gateway.connect();
        RawConnection service = tunnel(socket)) {
      service.send("\u0081\2hi");
      assertThat(socket.read(4)).isEqualTo("\u0081\2hi");
      CompletableFuture<Void> drained = CompletableFuture.runAsync(this::drain);

      assertThat(socket.readToEnd()).isEqualTo(GOING_AWAY);
      assertThat(unmasked(service.readToEnd())).isEqualTo(GOING_AWAY);
      socket.finishSending();
      drained.get();
    }
  }

  @Test
  void cutsNoFrameOfAWebSocket() throws Exception {
    try (RawConnection socket = gateway.connect();
        RawConnection service = tunnel(socket);
        RawConnection idle = gateway.connect()) {
      service.send("\u0081\4ha");
      assertThat(socket.read(4)).isEqualTo("\u0081\4ha");
      socket.send("\u0081\u0082abc");
      assertThat(service.read(5)).isEqualTo("\u0081\u0082abc");
      CompletableFuture<Void> drained = CompletableFuture.runAsync(this::drain);
      assertThat(idle.isClosedByPeer()).isTrue();
      service.send("lf\u0081\4more");

      assertThat(socket.readToEnd()).isEqualTo("lf" + GOING_AWAY);
      assertThat(service.readToEnd()).isEmpty();
      socket.finishSending();
      drained.get();
    }
  }

  private RawConnection tunnel(RawConnection socket) throws IOException {
    socket.send(DataPlaneTest.HANDSHAKE);
    RawConnection service = upstream.accept();
    service.readHead();
    service.send(DataPlaneTest.SWITCH);
    socket.readHead();
    return service;
  }

  /** A frame of a client with its payload made plain, as a server sends it. */
  private static String unmasked(String frame) {
    StringBuilder plain = new StringBuilder();
    plain.append(frame.charAt(0)).append((char) (frame.charAt(1) & 0x7f));
    for (int i = 6; i < frame.length(); i++) {
      plain.append((char) (frame.charAt(i) ^ frame.charAt(2 + (i - 6) % 4)));
    }
    return plain.toString();
  }

  private void drain() {
    try {
      gateway.drain();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
