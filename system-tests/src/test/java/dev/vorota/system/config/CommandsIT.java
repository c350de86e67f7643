package dev.vorota.system.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.process.GatewayCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged gateway says of its configuration, and that it starts with no bad one. */
final class CommandsIT {

  private static final String CONFIG = GatewayCommand.chatConfig().toString();

  @Test
  void checkFindsTheChatsConfigurationGood() {
    GatewayCommand check = GatewayCommand.run(Map.of(), "check", CONFIG);

    assertThat(check.err()).isEmpty();
    assertThat(check.out()).isEqualTo(CONFIG + " is good: routes: 12, upstreams: 2\n");
    assertThat(check.exitCode()).isZero();
  }

  @Test
  void checkNamesEveryMistakeWithItsLine(@TempDir Path folder) throws IOException {
    Path broken = broken(folder);
    GatewayCommand check =
        GatewayCommand.run(Map.of("VOROTA__ANONYMOUS", "public"), "check", broken.toString());

    assertThat(check.err().lines())
        .containsExactly(
            broken
                + ":2:18: limits.public.rate: \"fast\": expected a whole number from 1 to"
                + " 1,000,000 (requests/s)",
            broken + ":7:12: routes[home].limit: \"user\": expected the name of a limit (public)",
            broken
                + ":8:5: routes[home].forwards: expected one of the keys id, priority, match,"
                + " access, limit, request_headers, response_headers, forward, respond, redirect,"
                + " files; did you mean forward?",
            "VOROTA__ANONYMOUS: anonymous: expected one of the keys trusted_proxies, tokens,"
                + " limits, anonymous_limit, upstreams, cache, routes");
    assertThat(check.exitCode()).isEqualTo(78);
  }

  @Test
  void serveStartsNothingWithABadConfiguration(@TempDir Path folder) throws IOException {
    Path broken = broken(folder);
    GatewayCommand serve = GatewayCommand.run(Map.of("GATEWAY_CONFIG", broken.toString()));

    assertThat(serve.err()).startsWith(broken + ":2:18: limits.public.rate: \"fast\": expected ");
    assertThat(serve.out()).isEmpty();
    assertThat(serve.exitCode()).isEqualTo(78);
  }

  @Test
  void serveStartsNothingWithoutAConfiguration() {
    GatewayCommand serve = GatewayCommand.run(Map.of());

    assertThat(serve.err()).startsWith("gateway.yaml: expected a file that can be read");
    assertThat(serve.exitCode()).isEqualTo(78);
  }

  @Test
  void explainTellsWhichRouteTakesARequestAndWhyTheOthersDoNot() {
    GatewayCommand explain =
        GatewayCommand.run(
            Map.of("GATEWAY_CONFIG", CONFIG, "CHAT_URL", "http://chat.example.com:8000"),
            "explain",
            "GET",
            "http://gate.example.com/service/api/rooms/%7e7?limit=5",
            "-H",
            "Accept: application/json",
            "--client",
            "192.0.2.7");

    assertThat(explain.out().lines())
        .contains(
            "request    GET /service/api/rooms/%7e7?limit=5",
            "host       gate.example.com",
            "client     192.0.2.7",
            "path       /service/api/rooms/~7",
            "route      login: no: expected path /login, not /service/api/rooms/~7",
            "route      service: takes it",
            "route      fallback: could take it, but comes later",
            "taken by   service, by its path /service/**",
            "access     a token for vorota, in Authorization",
            "limit      user: 50 requests/s, burst 100, for each user",
            "rewrite    path prefix \"/service\" replaced by \"\": /api/rooms/~7",
            "forward to chat",
            "endpoint   chat.example.com:8000");
    assertThat(explain.exitCode()).isZero();
  }

  @Test
  void tenThousandRoutesAreRead(@TempDir Path folder) throws IOException {
    StringBuilder text = new StringBuilder("routes:\n");
    for (int i = 0; i < 10_000; i++) {
      text.append("  - id: route-").append(i).append('\n');
      text.append("    match: {path: \"/service-").append(i).append("/users/{id}\"}\n");
      text.append("    access: public\n    respond: {}\n");
    }
    String many = Files.writeString(folder.resolve("many.yaml"), text).toString();

    assertThat(GatewayCommand.run(Map.of(), "check", many).out())
        .isEqualTo(many + " is good: routes: 10000, upstreams: 0\n");
    assertThat(
            GatewayCommand.run(
                    Map.of(), "explain", "GET", "/service-9999/users/7", "--config", many)
                .out())
        .contains("taken by   route-9999, by its path /service-9999/users/{id}");
  }

  @Test
  void explainTellsWhatIsRefused() {
    GatewayCommand explain =
        GatewayCommand.run(Map.of("GATEWAY_CONFIG", CONFIG), "explain", "GET", "/service/../login");

    assertThat(explain.out()).contains("answer     400 ").contains("bad-path");
    assertThat(explain.exitCode()).isEqualTo(1);
  }

  @Test
  void schemaIsThatInTheRoot() throws IOException {
    assertThat(GatewayCommand.run(Map.of(), "schema").out())
        .isEqualTo(
            Files.readString(GatewayCommand.chatConfig().resolveSibling("gateway.schema.json")));
  }

  @Test
  void saysHowItIsUsed() {
    GatewayCommand wrong = GatewayCommand.run(Map.of(), "chek");

    assertThat(GatewayCommand.run(Map.of(), "help").out()).contains("check", "explain", "schema");
    assertThat(wrong.err()).contains("'chek'", "Usage: gateway");
    assertThat(wrong.exitCode()).isEqualTo(2);
  }

  private static Path broken(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("broken.yaml"),
        """
        limits:
          public: {rate: fast, burst: 10}
        routes:
          - id: home
            match: {path: /}
            access: public
            limit: user
            forwards: {upstream: chat}
            respond: {body: hello}
        """);
  }
}
