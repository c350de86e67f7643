package dev.vorota.system.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.RawConnection.RawAnswer;
import dev.vorota.system.upstream.ReceivedRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a request on its way to a service, and of the response on its way back. */
final class RewritingIT {

  private static ConfiguredGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    gateway = ConfiguredGateway.of("rewriting");
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
  }

  @Test
  void prefixesAreReplaced() throws Exception {
    gateway.get("/api/items/7?x=%20y&x");

    ReceivedRequest seen = gateway.shop().next("/v1/items/7");
    assertThat(seen.target()).isEqualTo("/v1/items/7?x=%20y&x");
    URI shop = gateway.shop().address();
    assertThat(seen.all("host")).containsExactly(shop.getHost() + ":" + shop.getPort());
  }

  @Test
  void variablesMoveAndFieldsChange() throws Exception {
    gateway
        .shop()
        .on(
            "/users/%D0%B0%20b/x/c/d",
            (request, in, out) ->
                out.write(
                    ("HTTP/1.1 200 OK\r\nServer: secret\r\nX-Powered-By: x\r\nX-Frame-Options: no"
                            + "\r\nX-Kept: 1\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII)));

    RawAnswer answer =
        gateway.get("/people/%d0%b0%20b/c/d?q", "Cookie: a=b", "X-Tenant: forged", "X-Via: client");

    ReceivedRequest seen = gateway.shop().next("/users/%D0%B0%20b/x/c/d");
    assertThat(seen.target()).isEqualTo("/users/%D0%B0%20b/x/c/d?q");
    assertThat(seen.all("host")).containsExactly("shop.internal");
    assertThat(seen.all("x-tenant")).containsExactly("north");
    assertThat(seen.all("x-via")).containsExactly("client", "gate");
    assertThat(seen.all("cookie")).isEmpty();
    assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
    assertThat(answer.header("x-kept")).isEqualTo("1");
    assertThat(answer.header("server")).isNull();
    assertThat(answer.header("x-powered-by")).isNull();
  }

  @Test
  void hostOfTheClientIsKeptWhereItIsWanted() throws Exception {
    gateway.get("/tenant", "Host: one.shop.example.com");

    assertThat(gateway.shop().next("/tenant").all("host")).containsExactly("one.shop.example.com");
  }
}
