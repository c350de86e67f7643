package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.endpoint.Endpoint;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Upstreams that do not answer as they should. Timeouts are in {@link TimeoutTest}. */
class UpstreamFaultTest extends DataPlaneTest {

  private static final String GET = "GET /open HTTP/1.1\r\nHost: gate\r\n\r\n";
  private static final String LAST =
      "GET /open HTTP/1.1\r\nHost: gate\r\nConnection: close\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  UpstreamFaultTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(strings = {"", "H", "HTTP/1.1 200 OK\r\nContent-Le"})
  void answersWhenItEndsBeforeItsHeadIsWhole(String sent) throws IOException {
    client.send(LAST);
    try (RawConnection service = upstream.accept()) {
      service.readHead();
      service.send(sent);
    }

    assertThat(client.readToEnd())
        .startsWith("HTTP/1.1 502 Bad Gateway\r\n")
        .contains("retry-after: 1\r\n", "urn:vorota:problem:upstream-disconnected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\npart",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npart\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\npart",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npart\r\n0\r\n",
      })
  void breaksOffWhenItEndsWithinItsBody(String sent) throws IOException {
    client.send(GET);
    try (RawConnection service = upstream.accept()) {
      service.readHead();
      service.send(sent);
      assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
    }

    assertThat(client.readToEnd()).contains("part").doesNotContain("0\r\n\r\n");
  }

  @Test
  void breaksOffWhenItResetsWithinABodyThatItsEndWouldEnd() throws IOException {
    RawConnection service = ask(GET);
    service.send("HTTP/1.1 200 OK\r\n\r\npart");
    client.readHead();
    assertThat(client.read(9)).isEqualTo("4\r\npart\r\n");
    service.reset();

    assertThat(client.readToEnd()).isEmpty();
  }

  @Test
  void resetsAnOldClientThatCouldNotTellTheEndFromTheLossOfABody() throws IOException {
    RawConnection service = ask("GET /open HTTP/1.0\r\n\r\n");
    service.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npart\r\n");
    client.readHead();
    assertThat(client.read(4)).isEqualTo("part");
    service.close();

    assertThat(client.isReset()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\r\n\r\n",
        "HTTP/1.1 OK\r\n\r\n",
        "HTTP/2.0 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\nContent-Length: 0\n\n",
        "HTTP/1.1 200 OK\r\nX : y\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: y\r\n folded\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\rSet-Cookie: b\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
      })
  void answersForWhatIsNotGoodHttp(String nonsense) throws IOException {
    RawConnection service = ask(LAST);
    service.send(nonsense);

    assertThat(client.readToEnd())
        .startsWith("HTTP/1.1 502 Bad Gateway\r\n")
        .contains("urn:vorota:problem:upstream-malformed");
    assertThat(service.isClosedByPeer()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n", "4\r\npart!", "-4\r\npart\r\n", "4\npart\r\n", "\r\n"})
  void breaksOffAtAChunkThatIsNotGood(String chunk) throws IOException {
    RawConnection service = ask(GET);
    service.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n" + chunk);

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ").doesNotContain("0\r\n\r\n");
    assertThat(service.isClosedByPeer()).isTrue();
  }

  @Test
  void answersForAHeadThatIsTooLarge() throws IOException {
    RawConnection service = ask(LAST);
    service.send("HTTP/1.1 200 OK\r\nX: " + "y".repeat(100_000) + "\r\n\r\n");

    assertThat(client.readToEnd())
        .startsWith("HTTP/1.1 502 Bad Gateway\r\n")
        .contains("urn:vorota:problem:upstream-head-too-large");
  }

  @ParameterizedTest
  @CsvSource({"at once, true", "later, false"})
  void neverUsesAConnectionAgainThatSaidMoreThanItWasAsked(String when, boolean atOnce)
      throws IOException {
    RawConnection service = ask(GET);
    String evil = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil";
    service.send(atOnce ? OK + evil : OK);
    client.readHead();
    assertThat(client.read(2)).isEqualTo("ok");
    if (!atOnce) {
      service.send(evil);
    }
    assertThat(service.isClosedByPeer()).isTrue();
    client.send(GET);
    RawConnection next = upstream.accept();
    next.readHead();
    next.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood");

    client.readHead();
    assertThat(client.read(4)).isEqualTo("good");
  }

  /** What comes right after an answer can't be meant for a request that has not left yet. */
  @Test
  void neverTakesForAnAnswerWhatCameBeforeItsRequestWasSent() throws IOException {
    RawConnection service = ask(GET + GET);
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 16342\r\n\r\n"; // fills one read
    String evil = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil";
    service.send(head + "x".repeat(16_342) + evil);
    client.readHead();
    client.read(16_342);
    RawConnection next = upstream.accept();
    next.readHead();
    next.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood");

    client.readHead();
    assertThat(client.read(4)).isEqualTo("good");
  }

  @Test
  void neverTakesABodyBeyondItsLengthForAnAnswer() throws IOException {
    RawConnection service = ask(GET);
    service.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more");
    client.readHead();

    assertThat(client.read(2)).isEqualTo("ok");
    assertThat(service.isClosedByPeer()).isTrue();
  }

  @Test
  void answersForAnEndpointThatRefuses() throws IOException {
    upstream.close();
    client.send(LAST);

    assertThat(client.readToEnd())
        .startsWith("HTTP/1.1 502 ")
        .contains("urn:vorota:problem:upstream-refused", "retry-after: 1\r\n");
  }

  @Test
  void answersForANameThatStandsForNothing() throws IOException {
    try (TestGateway astray =
            TestGateway.before(List.of(new Endpoint("no-such-host.invalid", 80)));
        RawConnection other = astray.connect()) {
      other.send(LAST);

      assertThat(other.readToEnd())
          .startsWith("HTTP/1.1 502 ")
          .contains("urn:vorota:problem:upstream-unresolved");
    }
  }
}
