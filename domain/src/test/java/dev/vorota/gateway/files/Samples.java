package dev.vorota.gateway.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vorota.gateway.http.ContentCoding;
import dev.vorota.gateway.http.Header;
import java.time.Instant;
import java.util.List;

/** The files that the tests ask for: one without coding, and one in all codings. */
final class Samples {

  static final Header CACHE = new Header("cache-control", "no-cache");
  static final String MODIFIED = "Sun, 06 Nov 1994 08:49:37 GMT";
  static final String BEFORE = "Sun, 06 Nov 1994 08:49:36 GMT";
  static final String AFTER = "Sun, 06 Nov 1994 08:49:38 GMT";
  private static final Instant INSTANT = Instant.parse("1994-11-06T08:49:37.9Z");
  static final Variant PLAIN = variant(ContentCoding.IDENTITY, "\"p,1\"", "0123456789");
  static final StaticFile FILE =
      new StaticFile("text/plain", INSTANT, List.of(CACHE), List.of(PLAIN));
  static final StaticFile CODED =
      new StaticFile(
          "text/plain",
          INSTANT,
          List.of(CACHE),
          List.of(
              PLAIN,
              variant(ContentCoding.GZIP, "\"g\"", "gzipped"),
              variant(ContentCoding.BROTLI, "\"b\"", "brotli")));

  private Samples() {}

  static FileRequest get() {
    return FileRequest.get("/");
  }

  static Variant variant(ContentCoding coding, String etag, String content) {
    return new Variant(coding, etag, content.getBytes(UTF_8));
  }
}
