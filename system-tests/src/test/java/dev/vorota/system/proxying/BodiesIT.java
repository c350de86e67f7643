package dev.vorota.system.proxying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.Answer;
import dev.vorota.system.client.Api;
import dev.vorota.system.client.RawConnection;
import dev.vorota.system.upstream.RecordingUpstream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies arrive as they were sent, whatever their framing. */
final class BodiesIT {

  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private static GatewayAndUpstream road;

  @BeforeAll
  static void start() throws IOException {
    road = GatewayAndUpstream.start("bodies");
    road.upstream()
        .on(
            "/digest",
            (request, in, out) -> {
              long length = Long.parseLong(String.valueOf(request.header("content-length")));
              out.write(RecordingUpstream.response("200 OK", "text/plain", digest(in, length)));
            });
  }

  @AfterAll
  static void stop() throws IOException {
    road.close();
  }

  @Test
  void tenMegabytesGoUpUnchanged() throws Exception {
    byte[] body = noise();
    try (Api api = road.api()) {
      Answer answer =
          api.send("POST", "/service/digest", road.token(), BodyPublishers.ofByteArray(body));

      assertThat(answer.expect(200).text())
          .isEqualTo(digest(new ByteArrayInputStream(body), body.length));
    }
  }

  @Test
  void tenMegabytesComeDownUnchanged() {
    byte[] body = noise();
    road.upstream()
        .on(
            "/large",
            (request, in, out) -> {
              out.write(
                  ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n")
                      .getBytes(StandardCharsets.US_ASCII));
              out.write(body);
            });
    try (Api api = road.api()) {
      assertThat(api.get("/service/large", road.token()).expect(200).body()).isEqualTo(body);
    }
  }

  @Test
  void chunkedBodyGoesUpChunked() throws Exception {
    road.upstream()
        .on(
            "/chunks",
            (request, in, out) -> {
              assertThat(request.header("transfer-encoding")).isEqualTo("chunked");
              String seen = readUntil(in, "0\r\n\r\n");
              out.write(
                  RecordingUpstream.response(
                      "200 OK", "text/plain", seen.replaceAll("\r\n|[0-9a-f]+\r\n", "")));
            });
    try (RawConnection connection = road.connect()) {
      String answer =
          connection
              .write(
                  road.head("POST", "/service/chunks")
                      + "Transfer-Encoding: chunked\r\n\r\n"
                      + "3\r\nxyz\r\n4;ext=1\r\nuvwq\r\n0\r\n\r\n")
              .read()
              .text();

      assertThat(answer).isEqualTo("xyzuvwq");
    }
  }

  private static byte[] noise() {
    byte[] body = new byte[TEN_MEGABYTES];
    new Random(7).nextBytes(body);
    return body;
  }

  private static String digest(InputStream in, long length) throws IOException {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[64 * 1024];
      for (long left = length; left > 0; ) {
        int read = in.read(block, 0, (int) Math.min(block.length, left));
        if (read < 0) {
          throw new IOException("The body ended " + left + " bytes early.");
        }
        sha.update(block, 0, read);
        left -= read;
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String readUntil(InputStream in, String end) throws IOException {
    StringBuilder seen = new StringBuilder();
    while (seen.indexOf(end) < 0) {
      seen.append((char) in.read());
    }
    return seen.toString();
  }
}
