package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Clients that wait to be told to go on before they send a body (RFC 9110, section 10.1.1). */
class ExpectationTest extends DataPlaneTest {

  private static final String HEAD =
      "PUT /open HTTP/1.1\r\nHost: gate\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n";

  ExpectationTest() throws IOException {}

  @Test
  void isLeftToTheUpstreamToMeet() throws IOException {
    client.send(HEAD);
    RawConnection service = upstream.accept();
    assertThat(service.readHead()).contains("Expect: 100-continue\r\n");
    service.send("HTTP/1.1 100 Continue\r\n\r\n");
    assertThat(client.readHead()).isEqualTo("HTTP/1.1 100 Continue\r\nvia: 1.1 vorota\r\n\r\n");
    client.send("body");
    assertThat(service.read(4)).isEqualTo("body");
    service.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ").doesNotContain("connection: close");

    client.send("GET /here HTTP/1.1\r\nHost: gate\r\n\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void isEndedByARefusalOfTheUpstream() throws IOException {
    RawConnection service = ask(HEAD);
    service.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");

    assertThat(client.readToEnd())
        .startsWith("HTTP/1.1 403 Forbidden\r\n")
        .contains("connection: close\r\n")
        .endsWith("no");
    assertThat(service.isClosedByPeer()).isTrue();
  }

  @Test
  void isRefusedByTheGatewayAtOnceAndWithoutAContinue() throws IOException {
    client.send(
        "PUT /closed HTTP/1.1\r\nHost: gate\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");

    assertThat(client.readToEnd())
        .startsWith("HTTP/1.1 401 ")
        .contains("connection: close\r\n", "urn:vorota:problem:unauthorized");
  }

  @Test
  void letsAClientThatGotTiredOfWaitingSendItsBody() throws IOException {
    RawConnection service = ask(HEAD);
    client.send("body");
    assertThat(service.read(4)).isEqualTo("body");
    service.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void endsWhenTheUpstreamSaysNothingForTooLong() throws IOException {
    try (TestGateway strict =
            TestSetup.before(upstream).waiting(TimeoutTest.HASTY_FOR_AN_ANSWER).start();
        RawConnection patient = strict.connect()) {
      patient.send(HEAD);

      assertThat(patient.readToEnd())
          .startsWith("HTTP/1.1 504 ")
          .contains("connection: close\r\n", "upstream-first-byte-timeout");
    }
  }

  @Test
  void isRefusedWhenItIsAnother() throws IOException {
    client.send("PUT /open HTTP/1.1\r\nHost: gate\r\nExpect: 200-ok\r\nContent-Length: 4\r\n\r\n");

    assertThat(client.readToEnd())
        .startsWith("HTTP/1.1 417 Expectation Failed\r\n")
        .contains("\"field\":\"Expect\",\"value\":\"200-ok\",\"expected\":\"100-continue\"");
  }

  @Test
  void isNotHeardOfInHttp10() throws IOException {
    client.send("PUT /open HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\nbody");
    RawConnection service = upstream.accept();

    assertThat(service.readHead()).doesNotContain("Expect");
    assertThat(service.read(4)).isEqualTo("body");
    service.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 OK\r\n");
  }
}
