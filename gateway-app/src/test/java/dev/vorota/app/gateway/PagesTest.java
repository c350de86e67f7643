package dev.vorota.app.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The pages as the wire carries them: every exchange of a test uses one connection, so that an
 * answer that is longer or shorter than it says spoils the next.
 */
class PagesTest extends DataPlaneTest {

  PagesTest() throws IOException {}

  @Test
  void sendsThePageInTheCodingThatTheClientTakes() throws IOException {
    String plain = body(head("GET", ""));
    assertThat(plain).startsWith("<!doctype html>").endsWith("</html>\n");

    String gzip = head("GET", "Accept-Encoding: gzip\r\n");
    assertThat(gzip).contains("content-encoding: gzip\r\n", "vary: accept-encoding\r\n");
    byte[] gzipped = body(gzip).getBytes(ISO_8859_1);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzipped)).readAllBytes())
        .isEqualTo(plain.getBytes(ISO_8859_1));

    String brotli = head("GET", "Accept-Encoding: gzip, deflate, br, zstd\r\n");
    assertThat(brotli).contains("content-encoding: br\r\n", "vary: accept-encoding\r\n");
    assertThat(length(brotli)).isLessThan(length(gzip));
    Brotli4jLoader.ensureAvailability();
    byte[] octets = body(brotli).getBytes(ISO_8859_1);
    assertThat(new BrotliInputStream(new ByteArrayInputStream(octets)).readAllBytes())
        .isEqualTo(plain.getBytes(ISO_8859_1));
  }

  @Test
  void sendsNothingAnewToWhoHasTheVariant() throws IOException {
    String first = head("GET", "Accept-Encoding: br\r\n");
    body(first);

    String second =
        head("GET", "Accept-Encoding: br\r\nIf-None-Match: \"other\", " + etag(first) + "\r\n");

    assertThat(second)
        .startsWith("HTTP/1.1 304 Not Modified\r\n")
        .contains("etag: " + etag(first) + "\r\n", "vary: accept-encoding\r\n", "cache-control: ")
        .doesNotContain("content-length", "\ncontent-type", "content-encoding");
    assertThat(body(head("GET", "If-None-Match: " + etag(first) + "\r\n"))).startsWith("<!doctype");
  }

  @Test
  void sendsPartsThatMakeUpTheWhole() throws IOException {
    String whole = head("GET", "Accept-Encoding: br\r\n");
    String content = body(whole);
    String more = "Accept-Encoding: br\r\nIf-Range: " + etag(whole) + "\r\nRange: bytes=";

    String first = head("GET", more + "0-99\r\n");
    assertThat(first)
        .startsWith("HTTP/1.1 206 Partial Content\r\n")
        .contains("content-range: bytes 0-99/" + content.length() + "\r\n");
    String rest = body(first) + body(head("GET", more + "100-\r\n"));
    assertThat(rest).isEqualTo(content);
    assertThat(body(head("GET", more + "0-0,2-2\r\n"))).isEqualTo(content);
  }

  @Test
  void saysHowLongThePageIsWhereARangeIsBeyondIt() throws IOException {
    int length = body(head("GET", "")).length();

    String refused = head("GET", "Range: bytes=" + length + "-\r\n");

    assertThat(refused)
        .startsWith("HTTP/1.1 416 ")
        .contains("content-range: bytes */" + length + "\r\n");
    assertThat(body(refused)).contains("urn:vorota:problem:range-not-satisfiable");
  }

  @Test
  void tellsOfThePageWithoutSendingIt() throws IOException {
    String got = head("GET", "");
    body(got);

    assertThat(head("HEAD", "Range: bytes=0-1\r\n"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("content-length: " + length(got) + "\r\n", "etag: " + etag(got) + "\r\n");
    assertThat(head("OPTIONS", ""))
        .startsWith("HTTP/1.1 204 No Content\r\n")
        .contains("allow: GET, HEAD, OPTIONS\r\n")
        .doesNotContain("content-length");
    String refused = head("DELETE", "");
    assertThat(refused).startsWith("HTTP/1.1 405 ").contains("allow: GET, HEAD, OPTIONS\r\n");
    assertThat(body(refused)).contains("method-not-allowed");
  }

  private String head(String method, String fields) throws IOException {
    client.send(method + " /login HTTP/1.1\r\nHost: gate\r\n" + fields + "\r\n");
    return client.readHead();
  }

  private String body(String head) throws IOException {
    return client.read(length(head));
  }

  private static int length(String head) {
    return Integer.parseInt(value(head, "content-length"));
  }

  private static String etag(String head) {
    return value(head, "etag");
  }

  private static String value(String head, String name) {
    int start = head.indexOf("\r\n" + name + ": ");
    assertThat(start).as(head).isPositive();
    return head.substring(start + name.length() + 4, head.indexOf("\r\n", start + 2));
  }
}
