package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Bodies that are passed on as they come, and as they are. */
class StreamingTest extends DataPlaneTest {

  StreamingTest() throws IOException {}

  @Test
  void passesEachServerSentEventOnAtOnce() throws IOException {
    client.send("GET /open HTTP/1.1\r\nHost: gate\r\nAccept: text/event-stream\r\n\r\n");
    RawConnection service = upstream.accept();
    assertThat(service.readHead()).contains("Accept: text/event-stream\r\n");
    service.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
    assertThat(client.readHead()).contains("Content-Type: text/event-stream\r\n");
    for (int i = 0; i < 10; i++) {
      String event = "data: " + i + "\n\n";
      service.send(event);
      assertThat(client.read(event.length() + 5)).isEqualTo("9\r\n" + event + "\r\n");
    }
    service.close();
    assertThat(client.read(5)).isEqualTo("0\r\n\r\n");
  }

  @Test
  void passesRangesThroughUntouched() throws IOException {
    client.send(
        "GET /open/film HTTP/1.1\r\nHost: gate\r\nRange: bytes=0-1,4-5\r\n"
            + "If-Range: \"v1\"\r\n\r\n");
    RawConnection service = upstream.accept();
    assertThat(service.readHead()).contains("Range: bytes=0-1,4-5\r\n", "If-Range: \"v1\"\r\n");
    String parts =
        "--B\r\nContent-Range: bytes 0-1/9\r\n\r\nab\r\n"
            + "--B\r\nContent-Range: bytes 4-5/9\r\n\r\nef\r\n--B--\r\n";
    String fields =
        "Content-Type: multipart/byteranges; boundary=B\r\nETag: \"v1\"\r\nAccept-Ranges: bytes\r\n";
    service.send(
        "HTTP/1.1 206 Partial Content\r\n"
            + fields
            + "Content-Length: "
            + parts.length()
            + "\r\n\r\n"
            + parts);

    assertThat(client.readHead())
        .startsWith("HTTP/1.1 206 Partial Content\r\n" + fields)
        .contains("content-length: " + parts.length() + "\r\n");
    assertThat(client.read(parts.length())).isEqualTo(parts);

    client.send("GET /open/film HTTP/1.1\r\nHost: gate\r\nRange: bytes=9-\r\n\r\n");
    service.readHead();
    service.send(
        "HTTP/1.1 416 Range Not Satisfiable\r\nContent-Range: bytes */9\r\n"
            + "Content-Length: 0\r\n\r\n");
    assertThat(client.readHead())
        .startsWith("HTTP/1.1 416 ")
        .contains("Content-Range: bytes */9\r\n");
  }
}
