package dev.vorota.adapters.in.gateway.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.ratelimit.RateLimit;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The document in the project's root: the gateway of the chat. */
class ChatDocumentTest {

  private static final Path ROOT = Path.of("../..");

  @Test
  void isAConfigurationWithoutAnyVariable() throws IOException {
    GatewayConfig config = Documents.config(document(), Map.of());

    assertThat(config.routes().routes())
        .extracting(Route::id)
        .containsExactly(
            "home",
            "login",
            "register",
            "chat",
            "assets",
            "metrics",
            "api-register",
            "api-login",
            "api-refresh",
            "service",
            "ws",
            "fallback");
    assertThat(config.upstreams())
        .flatExtracting(upstream -> upstream.endpoints())
        .containsExactly(new Endpoint("127.0.0.1", 8081), new Endpoint("127.0.0.1", 9000));
  }

  @Test
  void takesTheVariablesOfTheManual() throws IOException {
    GatewayConfig config =
        Documents.config(
            document(),
            Map.of(
                "CHAT_URL", "http://chat.example.com",
                "MANAGEMENT_HOST", "::1",
                "MANAGEMENT_PORT", "9100",
                "TOKEN_ISSUER", "somebody",
                "TRUSTED_PROXIES", "10.0.0.0/8, ::1",
                "LIMIT_PUBLIC_RATE", "3",
                "LIMIT_USER_BURST", "7"));

    assertThat(config.upstreams())
        .flatExtracting(upstream -> upstream.endpoints())
        .containsExactly(new Endpoint("chat.example.com", 80), new Endpoint("::1", 9100));
    assertThat(config.tokens())
        .hasFieldOrPropertyWithValue("issuer", "somebody")
        .extracting(tokens -> tokens.keys().toString())
        .isEqualTo("http://chat.example.com/.well-known/jwks.json");
    assertThat(config.trustedProxies().contains(InetAddress.ofLiteral("10.1.2.3"))).isTrue();
    assertThat(config.anonymousLimit()).hasFieldOrPropertyWithValue("permitsPerSecond", 3);
    assertThat(config.routes().routes().getLast().limits())
        .hasFieldOrPropertyWithValue("limit", new RateLimit("user", 50, 7));
  }

  @Test
  void servesThePagesThatAreBuiltIn() throws IOException {
    assertThat(Documents.config(document(), Map.of()).routes().routes().getFirst().action())
        .isInstanceOfSatisfying(
            Action.Serve.class, serve -> assertThat(serve.files()).isSameAs(Documents.PAGES));
  }

  @Test
  void isAccompaniedByTheSchemaOfItsReader() throws IOException {
    assertThat(Files.readString(ROOT.resolve("gateway.schema.json")))
        .isEqualTo(GatewayYaml.schema());
  }

  private static String document() throws IOException {
    return Files.readString(ROOT.resolve("gateway.yaml"));
  }
}
