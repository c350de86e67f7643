package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are kept and used again, as clients and upstreams see it. */
class CacheTest extends CachePlaneTest {

  private static final String MINUTE = "Cache-Control: max-age=60";
  private static final String TAG = "ETag: \"v1\"";

  CacheTest() throws IOException {}

  @Test
  void asksTheUpstreamOnceForAMinute() throws IOException {
    fetch(get("/cached/a"), ok("hello", MINUTE, "Content-Type: text/plain"));
    assertThat(answer())
        .contains("cache-status: vorota; fwd=uri-miss; fwd-status=200; stored\r\n")
        .doesNotContainIgnoringCase("\r\nage: ")
        .endsWith("\r\n\r\nhello");

    gateway.pass(Duration.ofSeconds(59));

    assertThat(hit(get("/cached/a")))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("age: 59\r\n", "cache-status: vorota; hit; ttl=1\r\n")
        .contains("Content-Type: text/plain\r\n", "via: 1.1 vorota\r\n", "\r\ndate: ")
        .endsWith("\r\n\r\nhello");

    gateway.pass(Duration.ofSeconds(1));

    fetch(get("/cached/a"), ok("anew", MINUTE));
    assertThat(answer()).contains("; stored\r\n").endsWith("\r\n\r\nanew");
    assertThat(hit(get("/cached/a"))).endsWith("\r\n\r\nanew");
  }

  @Test
  void validatesWhatIsStale() throws IOException {
    keep(
        get("/cached/a"),
        ok("hello", MINUTE, TAG, "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT", "X-Old: 1"));
    gateway.pass(Duration.ofSeconds(60));

    String asked =
        fetch(
            get("/cached/a"),
            "HTTP/1.1 304 Not Modified\r\n" + MINUTE + "\r\nETag: \"v1\"\r\nX-New: 2\r\n\r\n");

    assertThat(asked)
        .contains("if-none-match: \"v1\"\r\n")
        .contains("if-modified-since: Thu, 01 Jan 2026 00:00:00 GMT\r\n");
    assertThat(answer())
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("cache-status: vorota; fwd=stale; fwd-status=304; stored\r\n")
        .contains("X-Old: 1\r\n", "X-New: 2\r\n")
        .endsWith("\r\n\r\nhello");
    assertThat(hit(get("/cached/a"))).contains("ttl=60\r\n").endsWith("\r\n\r\nhello");
  }

  @Test
  void asksAnewWhereThe304IsAboutSomethingElse() throws IOException {
    keep(get("/cached/a"), ok("old", MINUTE, TAG));
    gateway.pass(Duration.ofSeconds(60));
    fetch(get("/cached/a"), "HTTP/1.1 304 Not Modified\r\nETag: \"v9\"\r\n\r\n");

    RawConnection again = nextService();
    assertThat(again.readHead()).doesNotContain("if-none-match");
    again.send(ok("new", MINUTE));

    assertThat(answer()).endsWith("\r\n\r\nnew");
  }

  @Test
  void tellsClientsWhatTheyHaveAlready() throws IOException {
    keep(get("/cached/a"), ok("hello", MINUTE, TAG, "Content-Type: text/plain"));

    assertThat(hit(get("/cached/a", "If-None-Match: \"v1\"")))
        .startsWith("HTTP/1.1 304 Not Modified\r\n")
        .contains(TAG + "\r\n", MINUTE + "\r\n")
        .doesNotContainIgnoringCase("content-");
    assertThat(hit(get("/cached/a", "If-None-Match: \"v2\""))).endsWith("hello");
  }

  @Test
  void fetchesTheWholeForAClientThatHasAnotherState() throws IOException {
    String asked = fetch(get("/cached/a", "If-None-Match: \"v1\""), ok("hello", MINUTE, TAG));

    assertThat(asked).doesNotContainIgnoringCase("if-none-match");
    assertThat(answer()).startsWith("HTTP/1.1 304 ").contains("; stored\r\n");
    gateway.awaitLoop();
    assertThat(hit(get("/cached/a"))).endsWith("hello");
  }

  @Test
  void answersHeadFromWhatGetHasFetched() throws IOException {
    keep(get("/cached/a"), ok("hello", MINUTE));

    assertThat(hit(request("HEAD", "/cached/a"))).contains("content-length: 5\r\n");
    assertThat(hit(get("/cached/a"))).endsWith("hello");
  }

  @Test
  void cutsPartsOutOfWhatIsKept() throws IOException {
    keep(get("/cached/a"), ok("0123456789", MINUTE, TAG));

    assertThat(hit(get("/cached/a", "Range: bytes=2-4")))
        .startsWith("HTTP/1.1 206 Partial Content\r\n")
        .contains("content-range: bytes 2-4/10\r\n", "content-length: 3\r\n", TAG + "\r\n")
        .endsWith("\r\n\r\n234");
    assertThat(hit(get("/cached/a", "Range: bytes=-2"))).endsWith("\r\n\r\n89");
    assertThat(hit(get("/cached/a", "Range: bytes=10-")))
        .startsWith("HTTP/1.1 416 ")
        .contains("content-range: bytes */10\r\n", "range-not-satisfiable");
    assertThat(hit(get("/cached/a", "Range: bytes=0-1,4-5"))).endsWith("\r\n\r\n0123456789");
    assertThat(hit(get("/cached/a", "Range: bytes=0-1", "If-Range: \"v2\"")))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void fetchesNoWholeForTheSakeOfAPart() throws IOException {
    String asked =
        fetch(
            get("/cached/a", "Range: bytes=0-1"),
            response("206 Partial Content", "01", "Content-Range: bytes 0-1/10", MINUTE));

    assertThat(asked).contains("Range: bytes=0-1\r\n");
    assertThat(answer()).startsWith("HTTP/1.1 206 ").contains("vorota; fwd=uri-miss\r\n");
    fetch(get("/cached/a"), ok("0123456789", MINUTE));
    assertThat(answer()).contains("; stored\r\n");
  }

  @Test
  void forgetsWhatAnUnsafeRequestHasChanged() throws IOException {
    keep(get("/cached/a"), ok("a", MINUTE));
    keep(get("/cached/b"), ok("b", MINUTE));
    keep(get("/cached/c"), ok("c", MINUTE));

    fetch(
        request("POST", "/cached/a", "Content-Length: 0"),
        response("201 Created", "", "Location: /cached/b"));
    assertThat(answer()).contains("cache-status: vorota; fwd=method\r\n");

    fetch(get("/cached/a"), ok("a2", MINUTE));
    assertThat(answer()).endsWith("a2");
    fetch(get("/cached/b"), ok("b2", MINUTE));
    assertThat(answer()).endsWith("b2");
    assertThat(hit(get("/cached/c"))).endsWith("c");
  }

  @Test
  void keepsWhatAFailedUnsafeRequestHasNotChanged() throws IOException {
    keep(get("/cached/a"), ok("a", MINUTE));
    fetch(request("DELETE", "/cached/a"), response("403 Forbidden", ""));
    answer();

    assertThat(hit(get("/cached/a"))).endsWith("a");
  }

  @Test
  void keepsNothingThatChangedWhileItCame() throws IOException {
    client.send(get("/cached/a"));
    service().readHead();
    service().send("HTTP/1.1 200 OK\r\n" + MINUTE + "\r\nContent-Length: 3\r\n\r\nol");
    client.readHead();
    try (RawConnection other = gateway.connect()) {
      other.send(request("PUT", "/cached/a", "Content-Length: 0"));
      try (RawConnection second = upstream.accept()) {
        second.readHead();
        second.send(response("204 No Content", "").replace("Content-Length: 0\r\n", ""));
        other.readHead();
      }
    }
    service().send("d");
    client.read(3);

    fetch(get("/cached/a"), ok("new", MINUTE));
    assertThat(answer()).endsWith("new");
  }

  @Test
  void servesAStaleOneWhileItFetchesAnew() throws IOException {
    keep(get("/tuned/a"), ok("old", MINUTE));
    gateway.pass(Duration.ofSeconds(80));

    assertThat(hit(get("/tuned/a"))).contains("ttl=-20\r\n").endsWith("old");
    service().readHead();
    assertThat(hit(get("/tuned/a"))).endsWith("old");
    service().send(ok("new", MINUTE));
    gateway.awaitLoop();
    gateway.awaitLoop();

    assertThat(hit(get("/tuned/a"))).endsWith("new");
  }

  @Test
  void doesNotTryAtEveryHitWhileTheUpstreamFails() throws IOException {
    keep(get("/tuned/a"), ok("old", MINUTE));
    gateway.pass(Duration.ofSeconds(80));

    hit(get("/tuned/a"));
    service().readHead();
    service().send(response("503 Busy", "", "Connection: close"));
    gateway.awaitLoop();
    gateway.awaitLoop();

    for (int i = 0; i < 10; i++) {
      assertThat(hit(get("/tuned/a"))).endsWith("old");
    }
    assertThat(upstream.isAsked()).isFalse();
  }

  @Test
  void keepsNothingForWhoDoesNotWantIt() throws IOException {
    fetch(get("/cached/a", "Cache-Control: no-store"), ok("a", MINUTE));
    assertThat(answer()).doesNotContain("stored");
    keep(get("/cached/a"), ok("b", MINUTE, TAG));
    gateway.pass(Duration.ofSeconds(60));
    fetch(get("/cached/a", "Cache-Control: no-store"), ok("c", MINUTE));
    assertThat(answer()).doesNotContain("stored").endsWith("c");

    assertThat(fetch(get("/cached/a"), ok("d", MINUTE))).contains("if-none-match: \"v1\"\r\n");
    assertThat(answer()).endsWith("d");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void servesAStaleOneWhileTheUpstreamFails(int status) throws IOException {
    keep(get("/tuned/a"), ok("old", MINUTE, TAG));
    gateway.pass(Duration.ofSeconds(200));

    fetch(get("/tuned/a"), response(status + " Broken", "oh"));

    assertThat(answer()).contains("detail=stale-if-error\r\n").endsWith("old");
  }

  @Test
  void servesAStaleOneWhileTheUpstreamIsAway() throws IOException {
    keep(get("/tuned/a"), ok("old", MINUTE, TAG));
    gateway.pass(Duration.ofSeconds(200));
    service().close();
    upstream.close();

    client.send(get("/tuned/a"));

    assertThat(answer()).contains("detail=stale-if-error\r\n").endsWith("old");
    gateway.pass(Duration.ofSeconds(200));
    client.send(get("/tuned/a"));
    assertThat(answer()).startsWith("HTTP/1.1 502 ");
  }

  @Test
  void refusesToAskWhereTheClientForbidsIt() throws IOException {
    client.send(get("/cached/a", "Cache-Control: only-if-cached"));

    assertThat(answer())
        .startsWith("HTTP/1.1 504 ")
        .contains("application/problem+json", "urn:vorota:problem:not-kept");
    assertThat(upstream.isAsked()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2_048, 2_049, 16_384, 16_385, 65_536, 1_048_576})
  void keepsBodiesOfEachSize(int size) throws IOException {
    String body = "x".repeat(size);
    keep(get("/cached/a"), ok(body, MINUTE));

    for (int i = 0; i < 3; i++) {
      assertThat(hit(get("/cached/a"))).endsWith("\r\n\r\n" + body);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 4097", "Transfer-Encoding: chunked"})
  void passesOnWhatIsTooLongToBeKept(String framing) throws IOException {
    String body = "x".repeat(4_097);
    boolean chunked = framing.startsWith("T");
    for (int i = 0; i < 2; i++) {
      fetch(
          get("/tuned/a"),
          "HTTP/1.1 200 OK\r\n%s\r\n%s\r\n\r\n".formatted(MINUTE, framing)
              + (chunked ? "1001\r\n" + body + "\r\n0\r\n\r\n" : body));
      client.readHead();
      if (chunked) {
        assertThat(client.chunks().readAllBytes()).hasSize(body.length());
      } else {
        assertThat(client.read(body.length())).isEqualTo(body);
      }
    }
  }

  @Test
  void keepsWhatCameInChunks() throws IOException {
    fetch(
        get("/cached/a"),
        "HTTP/1.1 200 OK\r\n"
            + MINUTE
            + "\r\nTransfer-Encoding: chunked\r\nTrailer: x-sum\r\n\r\n"
            + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    client.readHead();
    assertThat(client.chunks().readAllBytes()).hasSize(5);

    assertThat(hit(get("/cached/a")))
        .contains("content-length: 5\r\n")
        .doesNotContainIgnoringCase("transfer-encoding")
        .doesNotContainIgnoringCase("trailer")
        .endsWith("\r\n\r\nabcde");
  }

  @Test
  void keepsNothingThatBreaksOff() throws IOException {
    client.send(get("/cached/a"));
    service().readHead();
    service().send("HTTP/1.1 200 OK\r\n" + MINUTE + "\r\nContent-Length: 5\r\n\r\nhal").close();
    client.readHead();
    assertThat(client.readToEnd()).isEqualTo("hal");

    try (RawConnection other = gateway.connect()) {
      other.send(get("/cached/a"));
      nextService().readHead();
      service().send(ok("whole", MINUTE));
      assertThat(answer(other)).endsWith("whole");
    }
  }

  @Test
  void stripsCookiesForAllButTheFirst() throws IOException {
    fetch(get("/tuned/a"), ok("a", MINUTE, "Set-Cookie: id=1"));
    assertThat(answer()).contains("Set-Cookie: id=1\r\n");

    assertThat(hit(get("/tuned/a"))).doesNotContainIgnoringCase("set-cookie");
  }

  @Test
  void compressesOnceForAllWhoTakeTheSameCoding() throws IOException {
    String text = "the same words again and again, ".repeat(100);
    String response = ok(text, MINUTE, TAG, "Content-Type: text/plain");
    fetch(get("/tuned/a", "Accept-Encoding: gzip"), response);
    assertThat(client.readHead()).contains("content-encoding: gzip\r\n", "; stored\r\n");
    client.chunks().readAllBytes();

    assertThat(hit(get("/tuned/a", "Accept-Encoding: deflate, gzip")))
        .contains("content-encoding: gzip\r\n", "vary: accept-encoding\r\n")
        .doesNotContain(text);
    assertThat(hit(get("/tuned/a", "Accept-Encoding: gzip", "If-None-Match: \"v1\"")))
        .startsWith("HTTP/1.1 304 ");
    fetch(get("/tuned/a"), response);
    assertThat(answer()).contains("fwd=vary-miss").endsWith(text);
    assertThat(hit(get("/tuned/a"))).endsWith(text);
    assertThat(hit(get("/tuned/a", "Accept-Encoding: gzip"))).doesNotContain(text);
  }

  @Test
  void answersPipelinedRequestsInTheirOrder() throws IOException {
    keep(get("/cached/a"), ok("a", MINUTE));
    keep(get("/cached/b"), ok("b", MINUTE));

    client.send(get("/cached/a") + get("/cached/b") + get("/cached/a"));

    assertThat(answer()).endsWith("a");
    assertThat(answer()).endsWith("b");
    assertThat(answer()).endsWith("a");
  }

  @Test
  void forgetsWhatThereIsNoRoomFor() throws IOException {
    String body = "x".repeat(64 * 1_024);
    int all = 3 * TestGateway.CACHE_BYTES / body.length();
    for (int i = 0; i < all; i++) {
      keep(get("/cached/" + i), ok(body, MINUTE));
    }
    int hits = 0;
    for (int i = 0; i < all; i++) {
      client.send(get("/cached/" + i, "Cache-Control: only-if-cached"));
      hits += answer().startsWith("HTTP/1.1 200 ") ? 1 : 0;
    }

    assertThat(hits).isBetween(all / 6, all / 3);
  }

  @Test
  void recordsNoEndpointForWhatIsKept() throws IOException {
    keep(get("/cached/a"), ok("hello", MINUTE));
    hit(get("/cached/a"));
    gateway.awaitLoop();

    assertThat(gateway.records())
        .filteredOn(record -> record.path().equals("/cached/a"))
        .extracting(record -> record.upstream() == null, record -> record.responseBytes())
        .containsExactly(tuple(false, 5L), tuple(true, 5L));
  }
}
