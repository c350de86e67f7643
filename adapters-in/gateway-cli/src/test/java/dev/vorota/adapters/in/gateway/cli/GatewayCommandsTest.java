package dev.vorota.adapters.in.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.access.AddressBlocks;
import dev.vorota.gateway.access.TrustedProxies;
import dev.vorota.gateway.balancing.Balancing;
import dev.vorota.gateway.balancing.SlowStart;
import dev.vorota.gateway.cache.CacheLimits;
import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.http.Body;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.ratelimit.RateLimit;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.rewrite.HostPolicy;
import dev.vorota.gateway.rewrite.PathRewrite;
import dev.vorota.gateway.rewrite.TextTemplate;
import dev.vorota.gateway.routing.Access;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.HostPattern;
import dev.vorota.gateway.routing.LimitProfile;
import dev.vorota.gateway.routing.PathPattern;
import dev.vorota.gateway.routing.RequestPredicate;
import dev.vorota.gateway.routing.RequestPredicate.Source;
import dev.vorota.gateway.routing.Route;
import dev.vorota.gateway.routing.RouteMatch;
import dev.vorota.gateway.routing.RouteTable;
import dev.vorota.gateway.routing.ValueTest;
import dev.vorota.gateway.upstream.Upstream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayCommandsTest {

  private static final LimitProfile LIMIT =
      new LimitProfile(new RateLimit("public", 10, 1_000), LimitProfile.Key.CLIENT_ADDRESS);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void tellsEachThingThatHappensToARequest() {
    assertThat(explain("GET", "http://a.example.com/users/7?x=y", "-H", "X-Lab: 1")).isZero();

    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            request    GET /users/7?x=y
            host       a.example.com
            client     127.0.0.1
            path       /users/7

            route      users: takes it
            route      partner: no: expected another value of x-api-key (not shown)
            route      old: no: expected path /old/{id}, not /users/7
            route      rest: no: expected client in 10.0.0.0/8, not 127.0.0.1

            taken by   users, by its path /users/{id} on *.example.com
            access     public
            limit      public: 10 requests/s, burst 1,000, for each address
            rewrite    path becomes /v2/{id}: /v2/7
            as         host users.internal
            request    without x-old
            request    with authorization: …, x-new: b
            forward to users
            balance    weighted, slow start over 30000 ms
            endpoint   10.0.0.1:80
            endpoint   10.0.0.2:81, weight 3
            health     not checked, ejected when exchanges fail
            timeouts   connect 2 s, first octet 30 s, idle 60 s, tunnel 300 s, total none
            retries    up to 2 after connect, disconnect
            response   without server
            """);
  }

  @Test
  void tellsWhereAClientIsSent() {
    explain("GET", "/old/7");

    assertThat(out.toString()).contains("answer     308 to /new/7");
  }

  @Test
  void takesTheClientsAddress() {
    assertThat(explain("GET", "/x", "--client", "10.0.0.7")).isZero();

    assertThat(out.toString())
        .contains("client     10.0.0.7", "taken by   rest", "limit      none");
  }

  @Test
  void tellsThatNoRouteTakesIt() {
    assertThat(explain("GET", "/x")).isEqualTo(GatewayCommands.NO_ROUTE);

    assertThat(out.toString()).contains("answer     404 ", "urn:vorota:problem:no-route");
  }

  @Test
  void takesHostFromItsField() {
    explain("GET", "/users/7", "-H", "Host: b.example.com", "-H", "X-Lab: 1");

    assertThat(out.toString()).contains("host       b.example.com", "taken by   users");
  }

  @Test
  void refusesArgumentsWithWhatWasExpected() {
    assertThat(explain("GET", "users")).isEqualTo(2);
    assertThat(explain("GET", "/", "-H", "nothing")).isEqualTo(2);
    assertThat(explain("GET", "/", "--client", "localhost")).isEqualTo(2);
    assertThat(explain("GET")).isEqualTo(2);

    assertThat(err.toString())
        .contains(
            "Expected a URL such as http://host/path, or a path: users.",
            "Expected a header such as 'Name: value': nothing.",
            "Expected an IP address: localhost.",
            "Missing required parameter: 'URL'");
  }

  private int explain(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "explain";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new GatewayCommands(configs(), new PrintWriter(out), new PrintWriter(err)).run(all);
  }

  private static ConfigSource configs() {
    return new ConfigSource() {
      @Override
      public Path usual() {
        return Path.of("gateway.yaml");
      }

      @Override
      public GatewayConfig read(Path file) {
        return config();
      }

      @Override
      public String schema() {
        return "{}";
      }
    };
  }

  private static GatewayConfig config() {
    Upstream users =
        Upstream.of(
            "users",
            List.of(
                Member.of(new Endpoint("10.0.0.1", 80)),
                new Member(new Endpoint("10.0.0.2", 81), 3)),
            new Balancing.Weighted(new SlowStart(Duration.ofSeconds(30))));
    RouteMatch lab =
        new RouteMatch(
            List.of(HostPattern.parse("*.example.com")),
            List.of(PathPattern.parse("/users/{id}")),
            List.of(new RequestPredicate.Value(Source.HEADER, "x-lab", new ValueTest.Present())));
    Action forward =
        new Action.Forward(
            users,
            new PathRewrite.Template(TextTemplate.path("/v2/{id}")),
            new HostPolicy.Named("users.internal"),
            HeaderChanges.of(
                List.of(),
                List.of(new Header("authorization", "Basic c2VjcmV0"), new Header("x-new", "b")),
                List.of("x-old")),
            ForwardPolicy.DEFAULTS,
            null,
            null);
    ValueTest key = new ValueTest.Text(ValueTest.Place.WHOLE, "s3cret", false);
    RouteMatch partner =
        new RouteMatch(
            List.of(),
            List.of(PathPattern.parse("/**")),
            List.of(new RequestPredicate.Value(Source.HEADER, "x-api-key", key)));
    RouteMatch local =
        new RouteMatch(
            List.of(),
            List.of(PathPattern.parse("/**")),
            List.of(new RequestPredicate.Client(AddressBlocks.of(List.of("10.0.0.0/8")))));
    Action empty = new Action.Respond(new Response(204, List.of(), Body.EMPTY));
    Action redirect = new Action.Redirect(308, TextTemplate.address("/new/{id}"), true);
    HeaderChanges noServer = HeaderChanges.of(List.of(), List.of(), List.of("server"));
    Access open = new Access.Public();
    return new GatewayConfig(
        TrustedProxies.none(),
        null,
        null,
        List.of(users),
        CacheLimits.DEFAULTS,
        RouteTable.of(
            List.of(
                new Route("users", 0, lab, open, LIMIT, noServer, forward),
                new Route("partner", 0, partner, open, LIMIT, HeaderChanges.NONE, empty),
                new Route(
                    "old",
                    0,
                    RouteMatch.path("/old/{id}"),
                    open,
                    LIMIT,
                    HeaderChanges.NONE,
                    redirect),
                new Route("rest", 0, local, open, null, HeaderChanges.NONE, empty))));
  }
}
