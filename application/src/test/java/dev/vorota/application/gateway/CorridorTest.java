package dev.vorota.application.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.access.Principal;
import dev.vorota.gateway.access.TokenVerifier;
import dev.vorota.gateway.access.TrustedProxies;
import dev.vorota.gateway.access.Verification;
import dev.vorota.gateway.cache.CacheLimits;
import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.ratelimit.Decision;
import dev.vorota.gateway.ratelimit.RateLimit;
import dev.vorota.gateway.ratelimit.RateLimiter;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.rewrite.TextTemplate;
import dev.vorota.gateway.routing.Access;
import dev.vorota.gateway.routing.Access.TokenSource;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.LimitProfile;
import dev.vorota.gateway.routing.Route;
import dev.vorota.gateway.routing.RouteMatch;
import dev.vorota.gateway.routing.RouteTable;
import dev.vorota.gateway.upstream.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorridorTest {

  private static final RateLimit PUBLIC = new RateLimit("public", 10, 10);
  private static final RateLimit USER = new RateLimit("user", 50, 100);
  private static final Endpoint ENDPOINT = new Endpoint("127.0.0.1", 8081);
  private static final Principal ANN = new Principal("id-of-ann", "ann", Long.MAX_VALUE);

  private final List<String> drawn = new ArrayList<>();
  private boolean exhausted;
  private Verification verdict = new Verification.Verified(ANN);
  private @Nullable Outcome outcome;

  @Test
  void forwardsWhoShowsAGoodTokenAndDrawsFromTheUsersBucket() {
    Exchange exchange = walk(SentRequest.get("/closed").with("authorization", "bearer abc"));

    assertThat(outcome).isInstanceOf(Outcome.Forward.class);
    assertThat(exchange.principal()).isEqualTo(ANN);
    assertThat(drawn).containsExactly("user id-of-ann");
    assertThat(exchange.responseHeaders())
        .extracting(Header::name)
        .containsExactly("ratelimit-policy", "ratelimit");
  }

  @Test
  void findsTheTokenAmongTheProtocolsThatASocketOffers() {
    walk(SentRequest.get("/socket").with("sec-websocket-protocol", "vorota.chat.v1, bearer.abc"));

    assertThat(outcome).isInstanceOf(Outcome.Forward.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic abc", "Bearer", "Bearer  "})
  void asksForATokenWhereThereIsNone(String authorization) {
    walk(SentRequest.get("/closed").with("authorization", authorization));

    assertThat(answer().status()).isEqualTo(401);
    assertThat(answer().headers())
        .contains(new Header("www-authenticate", "Bearer realm=\"vorota\""));
    assertThat(drawn).containsExactly("public 127.0.0.1");
  }

  @Test
  void tellsWhyATokenIsRefusedAndLimitsTheGuessing() {
    verdict = new Verification.Refused("The token expired 12 s ago.");
    SentRequest request = SentRequest.get("/closed").with("authorization", "Bearer abc");
    walk(request);

    assertThat(answer().status()).isEqualTo(401);
    assertThat(answer().body().text()).contains("The token expired 12 s ago.");
    assertThat(answer().headers())
        .contains(
            new Header("www-authenticate", "Bearer realm=\"vorota\", error=\"invalid_token\""));

    exhausted = true;
    Exchange exchange = walk(request);
    assertThat(answer().status()).isEqualTo(429);
    assertThat(exchange.limitedBy()).isEqualTo("public");
  }

  @Test
  void saysThatTokensCantBeVerifiedWithoutKeys() {
    verdict = new Verification.Unavailable("away");
    walk(SentRequest.get("/closed").with("authorization", "Bearer abc"));

    assertThat(answer().status()).isEqualTo(503);
    assertThat(answer().headers()).contains(new Header("retry-after", "2"));
  }

  @Test
  void waitsForKeysAndGoesOnFromThere() {
    CompletableFuture<Verification> keys = new CompletableFuture<>();
    verdict = new Verification.Pending(keys);
    walk(SentRequest.get("/closed").with("authorization", "Bearer abc"));
    assertThat(outcome).isNull();

    keys.complete(new Verification.Verified(ANN));
    assertThat(outcome).isInstanceOf(Outcome.Forward.class);
    assertThat(drawn).containsExactly("user id-of-ann");
  }

  @Test
  void answersEvenWhereAStepFails() {
    CompletableFuture<Verification> keys = new CompletableFuture<>();
    verdict = new Verification.Pending(keys);
    walk(SentRequest.get("/closed").with("authorization", "Bearer abc"));
    keys.completeExceptionally(new IllegalStateException("broken promise"));

    assertThat(answer().status()).isEqualTo(500);
  }

  @Test
  void letsEverybodyPassWhereTheRouteIsPublicUpToTheLimit() {
    walk(SentRequest.get("/open"));
    assertThat(answer().status()).isEqualTo(204);

    exhausted = true;
    walk(SentRequest.get("/open"));
    assertThat(answer().status()).isEqualTo(429);
    assertThat(answer().headers()).contains(new Header("retry-after", "1"));
  }

  @Test
  void drawsFromNoBucketWhereTheRouteHasNoLimit() {
    exhausted = true;
    Exchange exchange = walk(SentRequest.get("/unlimited"));

    assertThat(answer().status()).isEqualTo(204);
    assertThat(drawn).isEmpty();
    assertThat(exchange.responseHeaders()).isEmpty();
  }

  @Test
  void turnsBadPathsAndUnknownOnesAway() {
    walk(SentRequest.get("/open/../closed"));
    assertThat(answer().status()).isEqualTo(400);

    walk(SentRequest.get("/nowhere"));
    assertThat(answer().status()).isEqualTo(404);
  }

  @Test
  void redirectsWithWhatThePathSaid() {
    walk(SentRequest.get("/old/7"));

    assertThat(answer().status()).isEqualTo(308);
    assertThat(answer().headers()).contains(new Header("location", "/new/7?from=/old/7"));
  }

  @Test
  void redirectsWithTheQueryBeforeTheFragment() {
    walk(SentRequest.get("/app?a=b"));
    assertThat(answer().headers()).contains(new Header("location", "/new?a=b#/start?x"));

    walk(SentRequest.get("/old/7?a=b"));
    assertThat(answer().headers()).contains(new Header("location", "/new/7?from=/old/7&a=b"));
  }

  @Test
  void takesAVariableOfTheMatchForWhatItIsCalled() {
    walk(SentRequest.get("/named/a/b"));

    assertThat(answer().headers()).contains(new Header("location", "https://a/b"));
  }

  private static Action redirect(String to) {
    return new Action.Redirect(308, TextTemplate.address(to), true);
  }

  private Exchange walk(SentRequest request) {
    GatewayConfig config =
        new GatewayConfig(
            TrustedProxies.none(), null, PUBLIC, List.of(), CacheLimits.DEFAULTS, routes());
    TokenVerifier tokens = (_, _) -> verdict;
    Corridor corridor = Corridor.of(() -> config, tokens, limiter());
    Exchange exchange = new Exchange(request);
    outcome = null;
    corridor.walk(exchange, Runnable::run, decided -> outcome = decided);
    return exchange;
  }

  private RateLimiter limiter() {
    return (limit, key) -> {
      drawn.add(limit.name() + " " + key);
      return new Decision(limit, !exhausted, 0, exhausted ? 100_000_000L : 0);
    };
  }

  private static RouteTable routes() {
    LimitProfile anonymous = new LimitProfile(PUBLIC, LimitProfile.Key.CLIENT_ADDRESS);
    LimitProfile user = new LimitProfile(USER, LimitProfile.Key.PRINCIPAL);
    Action forward = Action.Forward.to(Upstream.of("chat", List.of(ENDPOINT)));
    Action respond = new Action.Respond(new Response(204, List.of(), new byte[0]));
    return RouteTable.of(
        List.of(
            route("/open", new Access.Public(), anonymous, respond),
            route("/unlimited", new Access.Public(), null, respond),
            route("/old/{id}", new Access.Public(), anonymous, redirect("/new/{id}?from={path}")),
            route("/app", new Access.Public(), anonymous, redirect("/new#/start?x")),
            route(
                "/named/{host}/{path}",
                new Access.Public(),
                anonymous,
                redirect("https://{host}/{path}")),
            route(
                "/closed",
                new Access.Authenticated("vorota", TokenSource.AUTHORIZATION),
                user,
                forward),
            route(
                "/socket",
                new Access.Authenticated("vorota", TokenSource.WEBSOCKET_PROTOCOL),
                user,
                forward)));
  }

  private static Route route(
      String path, Access access, @Nullable LimitProfile limits, Action action) {
    return new Route(path, 0, RouteMatch.path(path), access, limits, HeaderChanges.NONE, action);
  }

  private Outcome outcome() {
    assertThat(outcome).isNotNull();
    return Objects.requireNonNull(outcome);
  }

  private Response answer() {
    return ((Outcome.Answer) outcome()).response();
  }
}
