package dev.vorota.system.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.RawConnection.RawAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The smallest file that does something. */
final class FirstFileIT {

  @Test
  void firstFileForwardsBelowItsPrefix() throws Exception {
    try (ConfiguredGateway gateway = ConfiguredGateway.of("first")) {
      gateway
          .shop()
          .on(
              "/items",
              (request, in, out) ->
                  out.write(
                      "HTTP/1.1 201 Created\r\nLocation: /items/7\r\nContent-Length: 0\r\n\r\n"
                          .getBytes(StandardCharsets.US_ASCII)));

      RawAnswer answer = gateway.get("/shop/items?page=2");

      assertThat(gateway.shop().next("/items").target()).isEqualTo("/items?page=2");
      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.header("location")).isEqualTo("/shop/items/7");
      assertThat(gateway.get("/elsewhere").status()).isEqualTo(404);
    }
  }

  @Test
  void environmentGoesBeforeTheFile() throws Exception {
    Map<String, String> variables =
        Map.of(
            "VOROTA__ROUTES__SHOP__MATCH__PATH", "/store/**",
            "VOROTA__ROUTES__SHOP__FORWARD__STRIP_PREFIX", "/store");
    try (ConfiguredGateway gateway = ConfiguredGateway.of("first", variables)) {
      assertThat(gateway.get("/store/items").text()).isEqualTo("seen");
      assertThat(gateway.shop().next("/items").target()).isEqualTo("/items");
      assertThat(gateway.get("/shop/items").status()).isEqualTo(404);
    }
  }
}
