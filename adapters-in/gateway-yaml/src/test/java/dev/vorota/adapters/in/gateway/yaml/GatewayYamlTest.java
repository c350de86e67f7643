package dev.vorota.adapters.in.gateway.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.rewrite.HostPolicy;
import dev.vorota.gateway.rewrite.PathRewrite;
import dev.vorota.gateway.routing.Access;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.LimitProfile;
import dev.vorota.gateway.routing.RequestPredicate;
import dev.vorota.gateway.routing.Route;
import dev.vorota.gateway.transport.PoolPolicy;
import dev.vorota.gateway.transport.Protocol;
import dev.vorota.gateway.transport.TlsIdentity;
import dev.vorota.gateway.transport.TlsPolicy;
import dev.vorota.gateway.transport.TransportPolicy;
import dev.vorota.gateway.upstream.Upstream;
import dev.vorota.parts.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GatewayYamlTest {

  private static final String SMALL =
      """
      limits:
        public: {rate: "${RATE:10}", burst: 10}
      anonymous_limit: public
      upstreams:
        chat-a: {endpoints: "http://127.0.0.1:1"}
      routes:
        - id: home
          match: {path: /}
          access: public
          limit: public
          forward: {upstream: chat-a}
      """;

  @Test
  void readsUpstreamsTokensAndLimits() throws IOException {
    GatewayConfig config = everything(Map.of());

    assertThat(config.upstreams())
        .flatExtracting(upstream -> upstream.endpoints())
        .containsExactly(
            new Endpoint("one.example.com", 80),
            new Endpoint("2001:db8::2", 8080),
            new Endpoint("10.0.0.2", 8080),
            new Endpoint("three.example.com", 443),
            new Endpoint("four.example.com", 80),
            new Endpoint("five.example.com", 8443));
    assertThat(config.tokens()).hasFieldOrPropertyWithValue("issuer", "somebody");
    assertThat(config.anonymousLimit()).hasFieldOrPropertyWithValue("permitsPerSecond", 7);
    assertThat(route(config, "stripped").limits())
        .hasFieldOrPropertyWithValue("key", LimitProfile.Key.PRINCIPAL);
  }

  @Test
  void readsHowUpstreamsAreSpokenWith() throws IOException {
    List<TransportPolicy> spoken =
        everything(Map.of()).upstreams().stream().map(Upstream::transport).toList();

    assertThat(spoken.get(0)).isEqualTo(TransportPolicy.DEFAULTS);
    assertThat(spoken.get(1).pool())
        .isEqualTo(new PoolPolicy(200, 0, Duration.ofSeconds(10), Duration.ofMinutes(5)));
    assertThat(spoken.get(2))
        .isEqualTo(
            new TransportPolicy(
                Protocol.H2,
                new TlsPolicy(
                    List.of(Certificates.authority()),
                    "three.internal",
                    new TlsIdentity(Certificates.key("client"), Certificates.chain("client")),
                    false),
                PoolPolicy.DEFAULTS));
    assertThat(spoken.get(3).protocol()).isEqualTo(Protocol.H2C);
    assertThat(spoken.get(4).tls()).isEqualTo(new TlsPolicy(List.of(), null, null, true));
    assertThat(spoken.get(2).toString()).contains("CN=client").doesNotContain("EC private key");
  }

  @Test
  void readsWhatARouteAsksFor() throws IOException {
    Route mobile = route(everything(Map.of()), "mobile");

    assertThat(mobile.priority()).isEqualTo(5);
    assertThat(mobile.match().hosts()).hasToString("[*.example.com, api.example.org]");
    assertThat(mobile.match().paths()).hasToString("[/v1/users/{id}, /v2/users/{id}]");
    assertThat(mobile.match().predicates().stream().map(RequestPredicate::toString))
        .containsExactly(
            "method GET or POST",
            "header user-agent containing \"mobile\" in any case",
            "not (header x-old present)",
            "query parameter beta present",
            "query parameter page equal to \"1\"",
            "cookie lab one of a, b",
            "client in 10.0.0.0/8",
            "any of (header x-a starting with \"a\"; all of (host one.example.com; path /v1/**))",
            "all of (method GET)",
            "not (query parameter debug ending with \"!\")");
  }

  @Test
  void readsWhatARouteDoes() throws IOException {
    GatewayConfig config = everything(Map.of("NAME", "gate"));

    assertThat(route(config, "mobile").responseHeaders())
        .isEqualTo(HeaderChanges.of(List.of(), List.of(), List.of("server")));
    assertThat(route(config, "mobile").action())
        .isInstanceOfSatisfying(
            Action.Forward.class,
            forward -> {
              assertThat(forward.host()).isEqualTo(new HostPolicy.Named("users.internal"));
              assertThat(forward.path()).hasToString("path becomes /users/{id}");
              assertThat(forward.headers())
                  .isEqualTo(
                      HeaderChanges.of(
                          List.of(new Header("x-a", "b")),
                          List.of(new Header("x-c", "${d}")),
                          List.of("x-e")));
            });
    assertThat(route(config, "stripped").access())
        .isEqualTo(new Access.Authenticated("vorota", Access.TokenSource.WEBSOCKET_PROTOCOL));
    assertThat(route(config, "stripped").action())
        .extracting("path")
        .isEqualTo(new PathRewrite.ReplacePrefix("/service", "/v1"));
    assertThat(route(config, "hello").action())
        .isInstanceOfSatisfying(
            Action.Respond.class,
            respond -> {
              assertThat(respond.response().status()).isEqualTo(201);
              assertThat(respond.response().body().text()).isEqualTo("hello, gate");
              assertThat(respond.response().headers())
                  .containsExactly(
                      new Header("x-b", "c"),
                      new Header("content-type", "text/plain; charset=utf-8"));
            });
    assertThat(route(config, "old").action())
        .hasFieldOrPropertyWithValue("status", 301)
        .hasFieldOrPropertyWithValue("keepQuery", false)
        .extracting("to")
        .hasToString("https://{host}/new/{rest}");
  }

  @Property
  void takesTheTypeOfAValueAfterTheVariable(@ForAll @IntRange(min = 1, max = 1_000_000) int rate) {
    assertThat(rate(Map.of("RATE", Integer.toString(rate)))).isEqualTo(rate);
    assertThat(rate(Map.of("VOROTA__LIMITS__PUBLIC__RATE", Integer.toString(rate))))
        .isEqualTo(rate);
  }

  @Property
  void refusesEveryOtherNumberByItsVariable(@ForAll @IntRange(max = 0) int rate) {
    assertThat(
            Documents.problems(
                SMALL, Map.of("VOROTA__LIMITS__PUBLIC__RATE", Integer.toString(rate))))
        .containsExactly(
            "VOROTA__LIMITS__PUBLIC__RATE: limits.public.rate: \""
                + rate
                + "\": expected a whole number from 1 to 1,000,000 (requests/s)");
  }

  @Test
  void takesWholeListsFromAVariable() {
    GatewayConfig config =
        Documents.config(
            SMALL,
            Map.of(
                "VOROTA__UPSTREAMS__CHAT_A__ENDPOINTS", "http://one, http://two:81",
                "VOROTA__ROUTES__HOME__MATCH__METHOD", "GET,HEAD"));

    assertThat(config.upstreams().getFirst().endpoints())
        .containsExactly(new Endpoint("one", 80), new Endpoint("two", 81));
    assertThat(route(config, "home").match().predicates()).hasToString("[method GET or HEAD]");
  }

  @Test
  void namesVariablesThatMeanNothing() {
    assertThat(
            Documents.problems(
                SMALL,
                Map.of("VOROTA__UPSTREAM__CHAT", "x", "VOROTA__ROUTES__HOME__LIMIT", "fast")))
        .containsExactly(
            "VOROTA__ROUTES__HOME__LIMIT: routes[home].limit: \"fast\": expected the name of a"
                + " limit (public)",
            "VOROTA__UPSTREAM__CHAT: upstream: expected one of the keys trusted_proxies, tokens,"
                + " limits, anonymous_limit, upstreams, cache, routes; did you mean upstreams?");
  }

  @Test
  void takesVariablesAsTheyAre() {
    assertThat(Documents.problems(SMALL, Map.of("VOROTA__ROUTES__HOME__LIMIT", "${RATE:public}")))
        .singleElement()
        .asString()
        .contains("\"${RATE:public}\"");
  }

  @Test
  void showsNoSecret() {
    String document = SMALL + "    request_headers: {set: {x-key: \"${MY_SECRET}\\x01\"}}\n";

    assertThat(Documents.problems(document, Map.of("MY_SECRET", "hunter2")))
        .containsExactly(
            "gateway.yaml:12:36: routes[home].request_headers.set.x-key: expected a header value"
                + " of visible ASCII characters and spaces");
  }

  private static int rate(Map<String, String> environment) {
    return Objects.requireNonNull(Documents.config(SMALL, environment).anonymousLimit())
        .permitsPerSecond();
  }

  private static Route route(GatewayConfig config, String id) {
    return config.routes().routes().stream()
        .filter(route -> route.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static GatewayConfig everything(Map<String, String> environment) throws IOException {
    try (InputStream in = GatewayYamlTest.class.getResourceAsStream("everything.yaml")) {
      return Documents.config(
          new String(Objects.requireNonNull(in).readAllBytes(), UTF_8), environment);
    }
  }
}
