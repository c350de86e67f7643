package dev.vorota.system.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several routes takes a request. */
final class RouteOrderIT {

  private static ConfiguredGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    gateway = ConfiguredGateway.of("order");
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, all",
    "/orders, orders",
    "/orders/, orders",
    "/orders/7, order",
    "/orders/7/items, orders",
    "/orders/latest, latest",
    "/%6frders/l%61test, latest",
    "/ORDERS/latest, all",
    "/ordersx, all"
  })
  void pathThatSaysMostIsTaken(String path, String route) throws Exception {
    assertThat(gateway.get(path).text()).isEqualTo(route);
  }

  @Test
  void hostGoesBeforeThePath() throws Exception {
    assertThat(gateway.get("/orders/latest", "Host: a.partners.example.com:8080").text())
        .isEqualTo("partners");
    assertThat(gateway.get("/orders/latest", "Host: A.B.Partners.Example.Com").text())
        .isEqualTo("partners");
    assertThat(gateway.get("/orders/latest", "Host: a.partners.example.com.").text())
        .isEqualTo("partners");
    assertThat(gateway.get("/orders/latest", "Host: partners.example.com").text())
        .isEqualTo("latest");
  }

  @Test
  void priorityGoesBeforeEverything() throws Exception {
    var answer = gateway.get("/orders/latest", "Host: a.partners.example.com", "X-Maintenance: 1");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).isEqualTo("back soon");
    assertThat(answer.header("retry-after")).isEqualTo("60");
  }

  @ParameterizedTest
  @CsvSource({
    "/orders/../orders/latest",
    "/orders/%2e%2e/orders",
    "/orders//latest",
    "/orders;x/latest",
    "/orders%2Flatest",
    "/orders%5clatest",
    "/orders/%00",
    "/orders/%c0%ae%c0%ae/latest",
    "/orders/%zz"
  })
  void secondSpellingIsRefused(String path) throws Exception {
    var answer = gateway.get(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains("urn:vorota:problem:bad-path")
        .contains("\"field\":\"path\"");
  }
}
