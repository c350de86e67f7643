package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No request passes that two programs could read in two ways. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestTest {

  private static final String SMUGGLED = "GET /here HTTP/1.1\r\nHost: gate\r\n\r\n";

  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final TestGateway gateway = TestGateway.before(upstream);

  BadRequestTest() throws IOException {}

  @AfterAll
  void close() throws IOException {
    gateway.close();
    upstream.close();
  }

  static List<BadRequest> all() {
    return BadRequest.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void isRefusedWithOneAnswerAndTheEndOfTheConnection(BadRequest bad) throws IOException {
    try (RawConnection client = gateway.connect()) {
      client.send(bad.octets() + SMUGGLED);

      assertThat(client.readToEnd())
          .startsWith("HTTP/1.1 " + bad.status() + " ")
          .contains("connection: close\r\n", "urn:vorota:problem:" + bad.type() + "\"")
          .contains("\"errors\":[{\"field\":", "\"value\":", "\"expected\":")
          .satisfies(answer -> assertThat(answer.split("\r\ndate: ", -1)).hasSize(2));
    }
    if (bad.inBody()) {
      try (RawConnection service = upstream.accept()) {
        assertThat(service.readToEnd()).startsWith("POST /open ").doesNotContain("/here", "/evil");
      }
    } else {
      assertThat(upstream.isAsked()).isFalse();
    }
  }

  /** What a client sends in two pieces is refused as what it sends in one. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void isRefusedAlsoWhenItComesInPieces(BadRequest bad) throws IOException {
    try (RawConnection client = gateway.connect()) {
      int cut = Math.min(bad.octets().length() - 1, 45);
      client.send(bad.octets().substring(0, cut));
      gateway.awaitLoop();
      client.send(bad.octets().substring(cut) + SMUGGLED);

      assertThat(client.readToEnd())
          .startsWith("HTTP/1.1 " + bad.status() + " ")
          .contains("urn:vorota:problem:" + bad.type() + "\"");
    }
    if (bad.inBody()) {
      upstream.accept().close();
    }
  }

  @Test
  void areMany() {
    assertThat(all()).hasSizeGreaterThan(120).doesNotHaveDuplicates();
  }
}
