package dev.vorota.app.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are compressed on their way, and those that must not be. */
class CompressionTest extends DataPlaneTest {

  private static final String TEXT = "the same words again and again, ".repeat(100);
  private static final String PLAIN =
      "Content-Type: text/plain\r\nContent-Length: " + TEXT.length() + "\r\n";

  CompressionTest() throws IOException {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                       | gzip
          br                         | br
          zstd                       | zstd
          gzip, deflate, br, zstd    | zstd
          gzip, br;q=0.5, zstd;q=0.1 | gzip
          *                          | zstd
          """)
  void takesTheCodingThatTheClientWantsMost(String accepted, String coding) throws IOException {
    get(accepted).send("HTTP/1.1 200 OK\r\n" + PLAIN + "ETag: \"1\"\r\n\r\n" + TEXT);

    String head = client.readHead();
    assertThat(head)
        .contains(
            "content-encoding: " + coding + "\r\n",
            "vary: accept-encoding\r\n",
            "etag: W/\"1\"\r\n",
            "transfer-encoding: chunked\r\n")
        .doesNotContainIgnoringCase("content-length");
    byte[] body = client.chunks().readAllBytes();
    assertThat(body.length).isLessThan(TEXT.length() / 10);
    assertThat(new String(decoded(coding, body).readAllBytes(), US_ASCII)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: image/png\r\n",
        "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n",
        "Content-Type: text/plain\r\nCache-Control: public, no-transform\r\n",
        "Content-Type: text/event-stream\r\n",
        "Content-Type: text/plain\r\nRepr-Digest: sha-256=:AAAA:\r\n"
      })
  void leavesAloneWhatMustStayAsItIs(String fields) throws IOException {
    String answer = fields + "Content-Length: " + TEXT.length() + "\r\n\r\n";
    get("gzip, br, zstd").send("HTTP/1.1 200 OK\r\n" + answer + TEXT);

    assertThat(client.readHead()).contains("content-length: " + TEXT.length());
    assertThat(client.read(TEXT.length())).isEqualTo(TEXT);
  }

  @Test
  void leavesPartsAlone() throws IOException {
    get("gzip")
        .send(
            "HTTP/1.1 206 Partial Content\r\n"
                + PLAIN
                + "Content-Range: bytes 0-3199/6400\r\n\r\n"
                + TEXT);

    client.readHead();
    assertThat(client.read(TEXT.length())).isEqualTo(TEXT);
  }

  @Test
  void tellsCachesThatAnotherClientMayGetAnotherForm() throws IOException {
    get("identity").send("HTTP/1.1 200 OK\r\n" + PLAIN + "\r\n" + TEXT);

    assertThat(client.readHead()).contains("vary: accept-encoding\r\n", "content-length: ");
    assertThat(client.read(TEXT.length())).isEqualTo(TEXT);
  }

  @Test
  void saysOfAHeadRequestWhatItWouldSayOfTheBody() throws IOException {
    client.send("HEAD /coded HTTP/1.1\r\nHost: gate\r\nAccept-Encoding: gzip\r\n\r\n");
    RawConnection service = upstream.accept();
    service.readHead();
    service.send("HTTP/1.1 200 OK\r\n" + PLAIN + "\r\n");

    assertThat(client.readHead()).contains("content-encoding: gzip\r\n");
    client.send("GET /here HTTP/1.1\r\nHost: gate\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
  }

  @Test
  void letsOutAtOnceWhatTheServiceLetsOut() throws IOException {
    RawConnection service = get("gzip");
    service.send(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
    client.readHead();
    service.send("5\r\nfirst\r\n");

    try (InputStream decoded = new GZIPInputStream(client.chunks())) {
      assertThat(decoded.readNBytes(5)).isEqualTo("first".getBytes(US_ASCII));
      service.send("4\r\nlast\r\n0\r\n\r\n");
      assertThat(decoded.readNBytes(4)).isEqualTo("last".getBytes(US_ASCII));
    }
  }

  @Test
  void givesBackItsMemoryWhenTheClientLeaves() throws IOException {
    RawConnection service = get("gzip, br");
    service.send(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n" + TEXT);
    client.readHead();
    client.reset();

    assertThat(service.isClosedByPeer()).isTrue();
  }

  private RawConnection get(String accepted) throws IOException {
    client.send("GET /coded HTTP/1.1\r\nHost: gate\r\nAccept-Encoding: " + accepted + "\r\n\r\n");
    RawConnection service = upstream.accept();
    service.readHead();
    return service;
  }

  private static InputStream decoded(String coding, byte[] body) throws IOException {
    InputStream in = new ByteArrayInputStream(body);
    return switch (coding) {
      case "zstd" -> new ZstdInputStream(in);
      case "br" -> new BrotliInputStream(in);
      default -> new GZIPInputStream(in);
    };
  }
}
