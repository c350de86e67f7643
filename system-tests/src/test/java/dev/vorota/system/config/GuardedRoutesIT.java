package dev.vorota.system.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.RawConnection.RawAnswer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A route that wants a token is not reached by way of a wider one that wants none. */
final class GuardedRoutesIT {

  private static ConfiguredGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    gateway = ConfiguredGateway.of("guarded");
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/open/x", "/open/", "/open/closedx", "/open/x/closed", "/open/a%3Bb"})
  void whatIsOpenNeedsNoToken(String target) throws Exception {
    assertThat(gateway.get(target).text()).isEqualTo("seen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/open/closed",
        "/open/closed/",
        "/open/closed/x?y",
        "/open/clo%73ed",
        "/%6Fpen/%63losed/x",
        "http://gate.example/open/closed",
        "HTTP://GATE.example:80/open/closed"
      })
  void sameAddressWantsATokenHoweverItIsSpelt(String target) throws Exception {
    assertThat(gateway.get(target).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/open/./closed",
        "/open//closed",
        "//open/closed",
        "/open/x/../closed",
        "/open/x/%2e%2e/closed",
        "/open/.%2E/closed",
        "/open/..;/closed",
        "/open/;/closed",
        "/open/closed;x=y/z",
        "/open%2Fclosed",
        "/open/x%2f..%2fclosed",
        "/open/%5c../closed",
        "/open\\closed",
        "/open/closed%00",
        "/open/%c0%ae%c0%ae/closed",
        "/open/%u002e%u002e/closed",
        "/open/%ef%bc%8e%/closed",
        "http://gate.example/open/../closed"
      })
  void spellingThatAServiceMightReadAsAnotherAddressIsRefused(String target) throws Exception {
    assertThat(gateway.get(target).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "/open/x, admin.example.com",
    "/open/x, ADMIN.Example.com",
    "/open/x, admin.example.com:80",
    "/open/x, admin.example.com.",
    "http://admin.example.com/open/x, gate.example"
  })
  void sameHostWantsATokenHoweverItIsSpelt(String target, String host) throws Exception {
    assertThat(gateway.get(target, "Host: " + host).status()).isEqualTo(401);
  }

  @Test
  void addressIsOnlyOne() throws Exception {
    RawAnswer answer = gateway.get("/open/x", "Host: gate.example", "Host: admin.example.com");

    assertThat(answer.status()).isEqualTo(400);
  }
}
