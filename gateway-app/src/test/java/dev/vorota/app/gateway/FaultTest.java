package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vorota.adapters.in.gateway.http.FrontLimits;
import dev.vorota.gateway.access.TrustedProxies;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway does when a client or an upstream does not do as it should. */
class FaultTest extends DataPlaneTest {

  private static final String GET = "GET /open HTTP/1.1\r\nHost: gate\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  FaultTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: gate\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "GET / HTTP/1.1\nHost: gate\n\n",
        "nonsense\r\n\r\n",
        "\0\0\0\0\r\n\r\n",
      })
  void refusesMalformedRequestsAndClosesTheConnection(String request) throws IOException {
    client.send(request);

    assertThat(client.readToEnd())
        .startsWith("HTTP/1.1 400 Bad Request\r\n")
        .contains("connection: close", "urn:vorota:problem:malformed-request");
  }

  @Test
  void closesBothSidesWhenABodyBreaksItsFraming() throws IOException {
    client.send("POST /open HTTP/1.1\r\nHost: gate\r\nTransfer-Encoding: chunked\r\n\r\n");
    RawConnection service = upstream.accept();
    service.readHead();
    client.send("zz\r\n");

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ");
    assertThat(service.isClosedByPeer()).isTrue();
  }

  @Test
  void keepsTheConnectionWhenARefusedRequestHasAShortBody() throws IOException {
    client.send("POST /closed HTTP/1.1\r\nHost: gate\r\nContent-Length: 4\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 401 ").contains("www-authenticate: Bearer");
    client.send("body");
    client.read(158);
    client.send("GET /here HTTP/1.1\r\nHost: gate\r\n\r\n");

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void closesTheConnectionWhenARefusedRequestHasALongBody() throws IOException {
    client.send("POST /closed HTTP/1.1\r\nHost: gate\r\nContent-Length: 10000000\r\n\r\n");
    client.send(new byte[1_000_000]);

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 401 ").contains("connection: close");
  }

  @Test
  void passesAnEarlyResponseOnWhileTheBodyIsStillBeingSent() throws IOException {
    client.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 10000000\r\n\r\npart");
    RawConnection service = upstream.accept();
    service.readHead();
    service.send("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n");

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 413 Content Too Large\r\n");
  }

  @Test
  void sendsASafeRequestAgainWhenAnIdleConnectionWasClosed() throws IOException {
    try (RawConnection first = warm()) {
      client.send(GET);
      first.readHead();
    }
    try (RawConnection second = upstream.accept()) {
      second.readHead();
      second.send(OK);
      assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void sendsAnUnsafeRequestOnceOnly() throws IOException {
    try (RawConnection first = warm()) {
      client.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 0\r\n\r\n");
      first.readHead();
    }

    assertThat(client.readHead()).startsWith("HTTP/1.1 502 ").contains("retry-after: 1");
  }

  @Test
  void showsThatAResponseIsNotWhole() throws IOException {
    client.send(GET);
    RawConnection service = upstream.accept();
    service.readHead();
    service.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n");
    client.readHead();
    client.read(9);
    service.close();

    assertThat(client.isClosedByPeer()).isTrue();
  }

  @Test
  void answersForAnUpstreamThatTalksNonsense() throws IOException {
    client.send(GET);
    RawConnection service = upstream.accept();
    service.readHead();
    service.send("SSH-2.0-nonsense\r\n\r\n");

    assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
    assertThat(service.isClosedByPeer()).isTrue();
  }

  @Test
  void answersForAnUpstreamThatIsAway() throws IOException {
    upstream.close();
    client.send(GET);

    assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
  }

  @Test
  void neverTakesAnAnswerThatNobodyAskedForAsTheNextOne() throws IOException {
    client.send(GET);
    RawConnection service = upstream.accept();
    service.readHead();
    service.send(OK + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
    client.readHead();
    client.read(2);
    client.send(GET);
    RawConnection next = upstream.accept();
    next.readHead();
    next.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood");

    client.readHead();
    assertThat(client.read(4)).isEqualTo("good");
  }

  @Test
  void givesTheUpstreamUpWhenTheClientLeaves() throws IOException {
    client.send(GET);
    RawConnection service = upstream.accept();
    service.readHead();
    client.reset();

    assertThat(service.isClosedByPeer()).isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(gateway.records())
                    .singleElement()
                    .satisfies(exchange -> assertThat(exchange.status()).isEqualTo(499)));
  }

  @Test
  void endsAConnectionWhoseHeadDoesNotComeInTime() throws Exception {
    FrontLimits hasty =
        new FrontLimits(
            1_024,
            10,
            Duration.ofMillis(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1));
    try (TestGateway strict = TestGateway.before(upstream, TrustedProxies.none(), hasty);
        RawConnection slow = strict.connect()) {
      slow.send("GET / HTTP/1.1\r\nHos");

      assertThat(slow.readToEnd()).startsWith("HTTP/1.1 408 Request Timeout\r\n");
    }
  }

  /** Serves one request, so that the gateway has an idle connection to the upstream. */
  private RawConnection warm() throws IOException {
    client.send(GET);
    RawConnection service = upstream.accept();
    service.readHead();
    service.send(OK);
    client.readHead();
    client.read(2);
    return service;
  }
}
