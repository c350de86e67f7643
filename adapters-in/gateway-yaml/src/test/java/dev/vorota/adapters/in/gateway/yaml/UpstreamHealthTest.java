package dev.vorota.adapters.in.gateway.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.health.CheckPolicy;
import dev.vorota.gateway.health.HealthPolicy;
import dev.vorota.gateway.health.OutlierPolicy;
import dev.vorota.gateway.health.Question;
import dev.vorota.gateway.health.StatusRange;
import dev.vorota.gateway.upstream.Discovery;
import dev.vorota.gateway.upstream.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document says of the health of an upstream, and of where its names are looked up. */
class UpstreamHealthTest {

  @Test
  void asksNothingAndEjectsCarefullyWhereNothingIsSaid() {
    Upstream upstream = upstream("endpoints: http://users");

    assertThat(upstream.health()).isEqualTo(HealthPolicy.DEFAULTS);
    assertThat(upstream.health().checks()).isNull();
    assertThat(upstream.discovery()).isEqualTo(Discovery.DEFAULTS);
  }

  @Test
  void readsChecksOfHttp() {
    String given =
        """
        endpoints: http://users
            health:
              method: GET
              path: /ready?deep=1
              host: users.internal
              status: 200-299, 304
              body: is up
              interval: 500ms
              timeout: 1s
              rise: 4
              fall: 5
              initial: down
        """;

    assertThat(upstream(given).health().checks())
        .isEqualTo(
            new CheckPolicy(
                new Question.Http(
                    "GET",
                    "/ready?deep=1",
                    "users.internal",
                    List.of(StatusRange.SUCCESS, new StatusRange(304, 304)),
                    "is up"),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                4,
                5,
                false));
  }

  @Test
  void takesWhatIsUsualForWhatIsNotSaidOfAHealthSection() {
    assertThat(upstream("{endpoints: http://users, health: {path: /up}}").health().checks())
        .isEqualTo(
            new CheckPolicy(
                new Question.Http("GET", "/up", null, List.of(StatusRange.SUCCESS), null),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                2,
                3,
                true));
    assertThat(upstream("{endpoints: http://users, health: {check: tcp}}").health().checks())
        .extracting("question")
        .isEqualTo(new Question.Connection());
  }

  @Test
  void readsWhenEndpointsAreEjected() {
    String given =
        "{endpoints: http://users, outliers: {failures: 3, server_errors: 9, error_rate: 20,"
            + " min_requests: 50, interval: 5s, ejection: 10s, longest_ejection: 1m,"
            + " max_ejected: 34}}";

    assertThat(upstream(given).health().outliers())
        .isEqualTo(
            new OutlierPolicy(
                3,
                9,
                20,
                50,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                34));
    assertThat(upstream("{endpoints: http://users, outliers: off}").health().outliers())
        .isEqualTo(OutlierPolicy.OFF);
    assertThat(upstream("{endpoints: http://users, outliers: {failures: 3}}").health().outliers())
        .hasFieldOrPropertyWithValue("failures", 3)
        .hasFieldOrPropertyWithValue("share", OutlierPolicy.DEFAULTS.share());
  }

  @Test
  void readsWhereNamesAreLookedUp() {
    String given =
        "{endpoints: http://users, dns: {servers: '10.0.0.53, 10.0.0.54:8600, [2001:db8::53]:53',"
            + " family: ipv4, min_ttl: 1s, max_ttl: 30s}}";

    assertThat(upstream(given).discovery())
        .isEqualTo(
            new Discovery(
                List.of(
                    new Endpoint("10.0.0.53", 53),
                    new Endpoint("10.0.0.54", 8600),
                    new Endpoint("2001:db8::53", 53)),
                Discovery.Family.IPV4,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "health: {path: up} | health.path: \"up\": expected a path such as /health",
        "health: {path: '/a b'} | health.path: \"/a b\": expected visible ASCII characters",
        "health: {check: tcp, path: /up} | health.path: expected check: http beside it",
        "health: {method: HEAD, body: up} | health.body: \"up\": expected method: GET beside it",
        "health: {status: 600} | health.status: \"600\": expected a status such as 204",
        "health: {status: 299-200} | health.status: \"299-200\": expected a status from 100 to 599",
        "health: {interval: 1ms} | health.interval: \"1ms\": expected a time from 100ms to 1h",
        "health: {rise: 0} | health.rise: \"0\": expected a whole number from 1 to 1,000",
        "outliers: on | outliers: \"on\": expected off, or a mapping with the keys failures",
        "outliers: {max_ejected: 0} | outliers.max_ejected: \"0\": expected a whole number from 1",
        "outliers: {ejection: 10m} | outliers.longest_ejection: \"5m\": expected no shorter time",
        "dns: {servers: ns.example.com} | \"ns.example.com\": expected an address such as 10.0.0.53",
        "dns: {min_ttl: 10m} | dns.max_ttl: \"5m\": expected no shorter time than that of min_ttl",
      })
  void refusesWhatCanNotBeMeant(String given, String problem) {
    assertThat(Documents.problems(document("{endpoints: http://users, " + given + "}"), Map.of()))
        .singleElement()
        .asString()
        .contains(problem);
  }

  private static Upstream upstream(String given) {
    return Documents.config(document(given), Map.of()).upstreams().getFirst();
  }

  private static String document(String upstream) {
    String written = upstream.startsWith("{") ? " " + upstream : "\n    " + upstream;
    return "upstreams:\n  users:"
        + written
        + "\nroutes:\n  - {id: all, match: {path: /**}, access: public, forward: {upstream: users}}\n";
  }
}
