package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Responses whose status or request says more of their body than their fields do. */
class StatusTest extends DataPlaneTest {

  private static final String GET = "GET /open HTTP/1.1\r\nHost: gate\r\n\r\n";

  StatusTest() throws IOException {}

  @Test
  void takesNoLengthForABodyWhereThereIsNone() throws IOException {
    RawConnection service = ask("HEAD /open HTTP/1.1\r\nHost: gate\r\n\r\n" + GET + GET + GET);
    service.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    service.readHead();
    service.send("HTTP/1.1 304 Not Modified\r\nContent-Length: 1000\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 304 ").contains("content-length: 1000\r\n");
    service.readHead();
    service.send("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 204 ").doesNotContain("ontent-");
    service.readHead();
    service.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlast");
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    assertThat(client.read(4)).isEqualTo("last");
  }

  @Test
  void passesManyInterimHeadsOnAsTheyCome() throws IOException {
    RawConnection service = ask(GET);
    for (int i = 0; i < 5; i++) {
      service.send("HTTP/1.1 103 Early Hints\r\nLink: </" + i + ".css>\r\n\r\n");
      assertThat(client.readHead()).startsWith("HTTP/1.1 103 ").contains("Link: </" + i + ".css>");
    }
    service.send("HTTP/1.1 102 Processing\r\nContent-Length: 3\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 102 ").doesNotContain("content-length");
    service.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(client.read(2)).isEqualTo("ok");
  }

  @Test
  void tellsAnOldClientNothingInterim() throws IOException {
    RawConnection service = ask("GET /open HTTP/1.0\r\n\r\n");
    service.send(
        "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("ok");
  }

  @Test
  void hearsInterimHeadsNotForEver() throws IOException {
    RawConnection service = ask("GET /open HTTP/1.1\r\nHost: gate\r\nConnection: close\r\n\r\n");
    service.send("HTTP/1.1 102 Processing\r\n\r\n".repeat(1_000));

    assertThat(client.readToEnd()).contains("HTTP/1.1 502 ", "upstream-malformed");
  }

  @Test
  void answersForTheServerAsAWhole() throws IOException {
    client.send("OPTIONS * HTTP/1.1\r\nHost: gate\r\n\r\n" + GET);

    assertThat(client.readHead())
        .startsWith("HTTP/1.1 204 No Content\r\n")
        .contains("allow: GET, ")
        .doesNotContain("content-length");
    assertThat(upstream.accept().readHead()).startsWith("GET /open ");
  }
}
