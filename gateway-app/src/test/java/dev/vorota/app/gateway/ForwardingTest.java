package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.adapters.in.gateway.http.FrontLimits;
import dev.vorota.gateway.access.TrustedProxies;
import dev.vorota.gateway.record.ExchangeRecord;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What passes through the gateway, octet by octet. */
class ForwardingTest extends DataPlaneTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  ForwardingTest() throws IOException {}

  @Test
  void keepsConnectionsToClientAndUpstreamForTheNextRequest() throws IOException {
    client.send("GET /open/1 HTTP/1.1\r\nHost: gate\r\n\r\n");
    RawConnection service = upstream.accept();
    assertThat(service.readHead()).startsWith("GET /open/1 HTTP/1.1\r\n");
    service.send(OK);
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain("onnection");
    assertThat(client.read(2)).isEqualTo("ok");

    client.send("GET /strip/2?q=1 HTTP/1.1\r\nHost: gate\r\n\r\n");
    assertThat(service.readHead()).startsWith("GET /2?q=1 HTTP/1.1\r\n");
    service.send(OK);
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
  }

  @Test
  void answersPipelinedRequestsInTheirOrder() throws IOException {
    RawConnection service =
        ask(
            "POST /open/1 HTTP/1.1\r\nHost: gate\r\nContent-Length: 3\r\n\r\none"
                + "GET /here HTTP/1.1\r\nHost: gate\r\n\r\n"
                + "GET /open/2 HTTP/1.1\r\nHost: gate\r\nConnection: close\r\n\r\n");
    assertThat(service.read(3)).isEqualTo("one");
    service.send("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 201 Created\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(client.read(2)).isEqualTo("hi");
    assertThat(service.readHead()).startsWith("GET /open/2 ");
    service.send(OK);

    assertThat(client.readToEnd()).contains("connection: close").endsWith("ok");
  }

  @Test
  void dropsWhatIsForTheConnectionOnlyAndTellsWhereTheRequestComesFrom() throws IOException {
    client.send(
        "GET /open HTTP/1.1\r\nHost: gate.example\r\nConnection: X-Mine, keep-alive\r\n"
            + "X-Mine: 1\r\nKeep-Alive: timeout=5\r\nTE: trailers\r\nProxy-Authorization: x\r\n"
            + "X-Forwarded-For: 203.0.113.9\r\nForwarded: for=203.0.113.9\r\n"
            + "X-Forwarded-Proto: https\r\nVia: 1.0 before\r\nX-Kept: yes\r\n\r\n");
    RawConnection service = upstream.accept();
    String head = service.readHead();

    assertThat(head.lines().toList())
        .containsExactlyInAnyOrder(
            "GET /open HTTP/1.1",
            "host: 127.0.0.1:" + upstream.port(),
            "X-Kept: yes",
            "connection: TE",
            "te: trailers",
            "x-forwarded-for: 127.0.0.1",
            "x-forwarded-proto: http",
            "x-forwarded-host: gate.example",
            "forwarded: for=127.0.0.1;proto=http;host=\"gate.example\"",
            "via: 1.0 before, 1.1 vorota",
            "");
    service.send(
        "HTTP/1.1 200 OK\r\nConnection: X-Theirs\r\nX-Theirs: 1\r\nKeep-Alive: 5\r\n"
            + "Set-Cookie: a=b\r\nVia: 1.1 cache\r\nContent-Length: 0\r\n\r\n");

    assertThat(client.readHead().lines().toList())
        .containsExactlyInAnyOrder(
            "HTTP/1.1 200 OK",
            "Set-Cookie: a=b",
            "via: 1.1 cache, 1.1 vorota",
            "ratelimit-policy: \"plenty\";q=100000;w=1",
            "ratelimit: \"plenty\";r=99999;t=1",
            "content-length: 0",
            "");
  }

  @Test
  void namesLocationsAsTheClientHasToAskForThem() throws IOException {
    RawConnection service = null;
    for (String[] each :
        List.of(
            new String[] {"/users/ann", "/strip/users/ann"},
            new String[] {"/strip/users/ann", "/strip/users/ann"},
            new String[] {"//other.example/x", "//other.example/x"},
            new String[] {"https://other.example/x", "https://other.example/x"})) {
      client.send("POST /strip/users HTTP/1.1\r\nHost: gate\r\nContent-Length: 0\r\n\r\n");
      service = service == null ? upstream.accept() : service;
      service.readHead();
      service.send(
          "HTTP/1.1 201 Created\r\nLocation: " + each[0] + "\r\nContent-Length: 0\r\n\r\n");

      assertThat(client.readHead()).contains("location: " + each[1] + "\r\n");
    }
  }

  @Test
  void addsToWhatATrustedProxySays() throws Exception {
    TrustedProxies loopback = TrustedProxies.of(List.of("127.0.0.0/8"));
    try (TestGateway behind = TestGateway.before(upstream, loopback, FrontLimits.DEFAULTS);
        RawConnection proxy = behind.connect()) {
      proxy.send(
          "GET /open HTTP/1.1\r\nHost: gate\r\nX-Forwarded-For: 203.0.113.9\r\n"
              + "X-Forwarded-Proto: https\r\nForwarded: for=203.0.113.9\r\n\r\n");
      RawConnection service = upstream.accept();

      assertThat(service.readHead())
          .contains("x-forwarded-for: 203.0.113.9, 127.0.0.1\r\n")
          .contains("x-forwarded-proto: https\r\n")
          .contains("forwarded: for=203.0.113.9, for=127.0.0.1;proto=http;host=\"gate\"\r\n");
      service.send(OK);
      proxy.readHead();
      assertThat(behind.records())
          .singleElement()
          .satisfies(
              exchange -> assertThat(exchange.client().getHostAddress()).isEqualTo("203.0.113.9"));
    }
  }

  @Test
  void goesOnWithTheBodyOnceItIsKnownWhoseRequestItIs() throws IOException {
    RawConnection service = ask("GET /open HTTP/1.1\r\nHost: gate\r\n\r\n");
    service.send(OK);
    client.readHead();
    client.read(2);

    client.send(
        "POST /closed HTTP/1.1\r\nHost: gate\r\nAuthorization: Bearer late\r\n"
            + "Content-Length: 4\r\n\r\nbody");
    gateway.awaitLoop();
    gateway.keysArrive();
    assertThat(service.readHead()).startsWith("POST /closed HTTP/1.1\r\n");
    assertThat(service.read(4)).isEqualTo("body");
    service.send(OK);
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  /** RFC 9112, section 3.2.2: the target says whom the request is for, whatever Host says. */
  @Test
  void takesTheHostOfATargetThatHasOne() throws IOException {
    client.send("GET HTTPS://shop.example:8443/open?q HTTP/1.1\r\nHost: other.example\r\n\r\n");
    RawConnection service = upstream.accept();
    assertThat(service.readHead())
        .startsWith("GET /open?q HTTP/1.1\r\n")
        .contains("x-forwarded-host: shop.example:8443\r\n")
        .doesNotContain("other.example");
    service.send(OK);
    client.readHead();
    assertThat(client.read(2)).isEqualTo("ok");

    client.send("GET http://shop.example HTTP/1.1\r\nHost: shop.example\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 404 ");
    assertThat(gateway.records()).last().extracting(ExchangeRecord::path).isEqualTo("/");
  }

  @Test
  void streamsChunksBothWays() throws IOException {
    client.send(
        "POST /open HTTP/1.1\r\nHost: gate\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "3;x=y\r\nabc\r\n");
    RawConnection service = upstream.accept();
    assertThat(service.readHead()).contains("transfer-encoding: chunked\r\n");
    assertThat(service.read(8)).isEqualTo("3\r\nabc\r\n");
    client.send("2\r\nde\r\n0\r\n\r\n");
    assertThat(service.read(12)).isEqualTo("2\r\nde\r\n0\r\n\r\n");

    service.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nfour\r\n");
    assertThat(client.readHead()).contains("transfer-encoding: chunked\r\n");
    assertThat(client.read(9)).isEqualTo("4\r\nfour\r\n");
    service.send("0\r\n\r\n");
    assertThat(client.read(5)).isEqualTo("0\r\n\r\n");
  }

  @Test
  void framesABodyThatOnlyTheEndOfItsConnectionEnds() throws IOException {
    RawConnection service = ask("GET /open HTTP/1.1\r\nHost: gate\r\n\r\n");
    service.send("HTTP/1.1 200 OK\r\n\r\nall of it");
    service.close();

    assertThat(client.readHead()).contains("transfer-encoding: chunked\r\n");
    assertThat(client.read(19)).isEqualTo("9\r\nall of it\r\n0\r\n\r\n");
    client.send("GET /here HTTP/1.1\r\nHost: gate\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
  }

  @Test
  void sendsAnOldClientNoChunks() throws IOException {
    client.send("GET /open HTTP/1.0\r\n\r\n");
    RawConnection service = upstream.accept();
    assertThat(service.readHead()).startsWith("GET /open HTTP/1.1\r\n");
    service.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n");

    assertThat(client.readToEnd())
        .contains("connection: close")
        .doesNotContain("transfer-encoding")
        .endsWith("\r\n\r\nok");
  }

  @Test
  void passesInterimResponsesOnAndWaitsForTheBodyOnlyThen() throws IOException {
    client.send(
        "PUT /open HTTP/1.1\r\nHost: gate\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    RawConnection service = upstream.accept();
    assertThat(service.readHead()).contains("Expect: 100-continue\r\n");
    service.send("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n");
    service.send("HTTP/1.1 100 Continue\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 100 Continue\r\n");
    client.send("body");
    assertThat(service.read(4)).isEqualTo("body");
    service.send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
  }

  @Test
  void sendsNoBodyWhereThereIsNone() throws IOException {
    RawConnection service = ask("HEAD /open HTTP/1.1\r\nHost: gate\r\n\r\n");
    service.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
    assertThat(client.readHead()).contains("content-length: 1000\r\n");

    client.send("HEAD /here HTTP/1.1\r\nHost: gate\r\n\r\n");
    assertThat(client.readHead()).contains("content-length: 2\r\n");

    client.send("GET /open HTTP/1.1\r\nHost: gate\r\n\r\n");
    service.readHead();
    service.send("HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 304 ");

    client.send("DELETE /open HTTP/1.1\r\nHost: gate\r\n\r\n");
    service.readHead();
    service.send("HTTP/1.1 204 No Content\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 204 ");
  }
}
