package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What passes through once both sides have changed to WebSocket. */
class TunnelTest extends DataPlaneTest {

  TunnelTest() throws IOException {}

  @Test
  void carriesOctetsBothWaysUntilTheUpstreamEnds() throws IOException {
    client.send(HANDSHAKE + "early");
    RawConnection service = upstream.accept();
    assertThat(service.readHead())
        .contains("connection: Upgrade\r\n", "upgrade: websocket\r\n", "Sec-WebSocket-Key: ");
    service.send(SWITCH + "first");

    assertThat(client.readHead())
        .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
        .contains("connection: Upgrade\r\n", "upgrade: websocket\r\n", "Sec-WebSocket-Accept: ");
    assertThat(client.read(5)).isEqualTo("first");
    assertThat(service.read(5)).isEqualTo("early");
    client.send("\0up\u00ff");
    assertThat(service.read(4)).isEqualTo("\0up\u00ff");
    service.send("last words");
    service.close();
    assertThat(client.readToEnd()).isEqualTo("last words");
  }

  @Test
  void endsWithTheClient() throws IOException {
    RawConnection service = openTunnel();
    client.send("bye").close();

    assertThat(service.readToEnd()).isEqualTo("bye");
  }

  @Test
  void staysHttpWhenTheUpstreamDeclines() throws IOException {
    RawConnection service = ask(HANDSHAKE);
    service.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");

    assertThat(client.readHead()).startsWith("HTTP/1.1 403 Forbidden\r\n");
    assertThat(client.read(2)).isEqualTo("no");
  }

  @Test
  void refusesAChangeOfProtocolThatNobodyAskedFor() throws IOException {
    RawConnection service = ask("GET /open HTTP/1.1\r\nHost: gate\r\n\r\n");
    service.send(SWITCH);

    assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
  }
}
