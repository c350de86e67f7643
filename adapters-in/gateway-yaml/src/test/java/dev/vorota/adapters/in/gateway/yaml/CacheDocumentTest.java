package dev.vorota.adapters.in.gateway.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.cache.CacheLimits;
import dev.vorota.gateway.cache.CachePolicy;
import dev.vorota.gateway.cache.QueryKey;
import dev.vorota.gateway.cache.QueryKey.Counting;
import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.routing.Action;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document may say of responses that are kept. */
class CacheDocumentTest {

  private static final String ROUTE =
      """
      upstreams:
        shop: {endpoints: "http://127.0.0.1:1"}
      routes:
        - id: shop
          match: {path: /}
          access: public
          forward:
            upstream: shop
      """;

  @ParameterizedTest
  @ValueSource(strings = {"", "      cache: false\n"})
  void keepsNothingUnlessItIsAsked(String cache) {
    assertThat(policy(ROUTE + cache)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "{}", "{default_ttl: 0s}", "{methods: 'HEAD, GET'}"})
  void keepsWhatTheOriginAllowsWhereNothingElseIsSaid(String cache) {
    assertThat(policy(ROUTE + "      cache: " + cache + "\n")).isEqualTo(CachePolicy.of("shop"));
  }

  @Test
  void readsEverything() {
    String cache =
        """
              cache:
                default_ttl: 30s
                methods: GET
                max_body: 4096
                stale_while_revalidate: 10s
                stale_if_error: 1h
                wait: 250ms
                key:
                  headers: [X-Tenant, x-currency, X-TENANT]
                  query: {only: [page]}
                set_cookie: strip
                client_directives: false
        """;

    assertThat(policy(ROUTE + cache))
        .isEqualTo(
            new CachePolicy(
                "shop",
                Set.of("GET"),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                4_096,
                Duration.ofMillis(250),
                List.of("x-tenant", "x-currency"),
                new QueryKey(Counting.ONLY_NAMED, Set.of("page")),
                CachePolicy.SetCookie.STRIP,
                false));
  }

  @Test
  void leavesParametersOut() {
    String cache = "      cache: {key: {query: {except: [utm_source, utm_medium]}}}\n";

    assertThat(policy(ROUTE + cache))
        .hasFieldOrPropertyWithValue(
            "query", new QueryKey(Counting.ALL_BUT_NAMED, Set.of("utm_source", "utm_medium")));
  }

  @Test
  void boundsAllOfThem() {
    assertThat(config(ROUTE).cache()).isEqualTo(CacheLimits.DEFAULTS);
    assertThat(config("cache: {max_bytes: 1048576}\n" + ROUTE).cache())
        .isEqualTo(new CacheLimits(1_048_576));
  }

  private static @Nullable CachePolicy policy(String document) {
    Action action = config(document).routes().routes().getFirst().action();
    return action instanceof Action.Forward forward ? forward.cache() : null;
  }

  private static GatewayConfig config(String document) {
    return Documents.config(document, Map.of());
  }
}
