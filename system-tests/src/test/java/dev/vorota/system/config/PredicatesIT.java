package dev.vorota.system.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.RawConnection.RawAnswer;
import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a route can ask for beside host and path. */
final class PredicatesIT {

  private static ConfiguredGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    gateway = ConfiguredGateway.of("predicates");
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, User-Agent: Mozilla/5.0 (Linux; Android 16) MOBILE Safari, mobile",
    "/, User-Agent: Mozilla/5.0 (X11), everybody",
    "/, Cookie: other=2; lab=1, tester",
    "/, Cookie: lab=2, everybody",
    "/?beta, X-None: 1, tester",
    "/?beta=no, X-None: 1, tester",
    "/?betas=1, X-None: 1, everybody",
    "/, X-Tester: ann, tester",
    "/, X-Tester: eve, everybody"
  })
  void fieldsCookiesAndQueryDecide(String target, String field, String route) throws Exception {
    assertThat(gateway.get(target, field).text()).isEqualTo(route);
  }

  @Test
  void combinationsHoldTogether() throws Exception {
    assertThat(gateway.get("/", "X-Tester: ann", "X-Off: 1").text()).isEqualTo("everybody");
    assertThat(gateway.get("/", "Cookie: lab=1", "X-Off: 1").text()).isEqualTo("tester");
  }

  @Test
  void methodsThatNoRouteTakesAreNamed() throws Exception {
    assertThat(gateway.send("POST", "/?beta", "Content-Length: 0").text()).isEqualTo("everybody");

    RawAnswer refused = gateway.send("DELETE", "/");
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("allow")).isEqualTo("GET, HEAD, POST");
  }

  @Test
  void addressOfTheClientDecides() throws Exception {
    InetAddress inside = InetAddress.ofLiteral("127.0.0.2");

    assertThat(gateway.getFrom(inside, "/").text()).isEqualTo("inside");
    assertThat(gateway.get("/", "X-Forwarded-For: 127.0.0.2").text()).isEqualTo("everybody");
  }
}
