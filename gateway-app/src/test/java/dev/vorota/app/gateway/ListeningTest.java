package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the gateway listens with several event loops. */
class ListeningTest {

  private static final int LOOPS = 3;

  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final TestGateway gateway = TestGateway.listening(0, LOOPS, upstream);

  ListeningTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    gateway.close();
    upstream.close();
  }

  @Test
  void answersEachConnectionWhicheverLoopTakesIt() throws IOException {
    for (int i = 0; i < 50; i++) {
      try (RawConnection client = gateway.connect()) {
        client.send("GET /here HTTP/1.1\r\nHost: gate\r\n\r\n");
        assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
      }
    }
  }

  @Test
  void sharesItsPortWithNoOtherProcess() {
    assertThatThrownBy(() -> TestGateway.listening(gateway.port(), LOOPS, upstream))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can't listen on");
  }

  @Test
  void takesNoConnectionOnAnyLoopOnceItStops() throws Exception {
    gateway.drain();

    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(gateway::connect).isInstanceOf(IOException.class);
    }
  }
}
