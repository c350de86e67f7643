package dev.vorota.adapters.in.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vorota.gateway.endpoint.Absence;
import dev.vorota.gateway.endpoint.Absence.Reason;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.EndpointTally;
import dev.vorota.gateway.resilience.BreakerPolicy;
import dev.vorota.gateway.resilience.CircuitBreakers;
import dev.vorota.gateway.resilience.ConcurrencyPolicy;
import dev.vorota.gateway.upstream.LiveUpstream;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.gateway.upstream.Upstream;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UpstreamsViewTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicLong nanos = new AtomicLong();
  private final CircuitBreakers breakers = new CircuitBreakers(nanos::get);
  private final LiveUpstreams upstreams = new LiveUpstreams(nanos::get);
  private final Upstream declared =
      Upstream.of(
          "users", List.of(new Endpoint("10.0.0.1", 80), new Endpoint("users.internal", 80)));
  private final LiveUpstream users = upstreams.of(declared);

  @Test
  void showsWhatIsKnownOfEachEndpoint() {
    EndpointHealth first = users.members().getFirst();
    EndpointTally tally = first.tally();
    tally.began();
    tally.answered(200);
    tally.failed();
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());
    first.takeOut(Reason.OUTLIER, Duration.ofSeconds(35).toNanos(), "5 exchanges in a row failed");
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());

    JsonObject shown = shownAt(START.plusSeconds(6));

    assertThat(shown.getLong("available")).isOne();
    assertThat(shown.getBoolean("uses_all")).isFalse();
    assertThat(shown.getJsonArray("endpoints").getJsonObject(0))
        .isEqualTo(
            new JsonObject(
                """
                {"address": "10.0.0.1:80", "name": "10.0.0.1:80", "weight": 1, "state": "out",
                 "since": "2026-01-01T00:00:05Z",
                 "reasons": [{"reason": "outlier", "since": "2026-01-01T00:00:05Z",
                              "text": "5 exchanges in a row failed",
                              "until": "2026-01-01T00:00:35Z"}],
                 "exchanges": {"active": 1, "answers": 1, "server_errors": 0, "failures": 1,
                               "failures_in_a_row": 1, "ejections": 1}}
                """));
    assertThat(shown.getJsonArray("endpoints").getJsonObject(1).getMap())
        .containsEntry("state", "available")
        .containsEntry("since", "2026-01-01T00:00:00Z");
  }

  @Test
  void saysWhenAllAreUsedBecauseNoneIsAvailable() {
    users.members().forEach(member -> member.takeOut(Reason.CHECK, Absence.OPEN, "status 500"));

    assertThat(shownAt(START).getBoolean("uses_all")).isTrue();
  }

  @Test
  void showsAddressesThatAreLeavingAndTheNamesOfTheOthers() {
    users.members().getLast().tally().began();
    users.servedAt(declared.members().getLast(), List.of("10.0.0.2"));

    assertThat(shownAt(START).getJsonArray("endpoints"))
        .extracting(
            each -> ((JsonObject) each).getString("address"),
            each -> ((JsonObject) each).getString("name"),
            each -> ((JsonObject) each).getString("state"))
        .containsExactly(
            tuple("10.0.0.1:80", "10.0.0.1:80", "available"),
            tuple("10.0.0.2:80", "users.internal:80", "available"),
            tuple("users.internal:80", "users.internal:80", "leaving"));
  }

  @Test
  void showsHowMuchIsUnderWayAndWhatBecameOfRetries() {
    LiveUpstream limited =
        upstreams.of(declared.with(new ConcurrencyPolicy(5, false, 10, Duration.ofSeconds(1))));
    Objects.requireNonNull(limited.concurrency()).enter();
    limited.retryTally().count(true);
    limited.retryTally().count(false);
    limited.retryTally().count(false);

    assertThat(view(START).json().getJsonArray("upstreams"))
        .map(each -> (JsonObject) each)
        .filteredOn(each -> each.containsKey("concurrency"))
        .singleElement()
        .satisfies(
            shown -> {
              assertThat(shown.getJsonObject("concurrency"))
                  .isEqualTo(new JsonObject("{\"limit\": 5, \"under_way\": 1, \"waiting\": 0}"));
              assertThat(shown.getJsonObject("retries"))
                  .isEqualTo(new JsonObject("{\"granted\": 1, \"refused\": 2}"));
            });
  }

  @Test
  void showsBreakersByTheirRoutes() {
    BreakerPolicy policy =
        new BreakerPolicy(50, 1, Duration.ofSeconds(10), Duration.ofSeconds(5), 1);
    breakers.of("sound", policy);
    Objects.requireNonNull(breakers.of("failing", policy).enter()).failed();
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());

    assertThat(view(START).json().getJsonArray("breakers"))
        .containsExactly(
            new JsonObject("{\"route\": \"failing\", \"state\": \"open\", \"open_for_ms\": 4000}"),
            new JsonObject("{\"route\": \"sound\", \"state\": \"closed\", \"open_for_ms\": 0}"));
  }

  private UpstreamsView view(Instant time) {
    return new UpstreamsView(upstreams, breakers, Clock.fixed(time, ZoneOffset.UTC));
  }

  private JsonObject shownAt(Instant time) {
    return view(time).json().getJsonArray("upstreams").getJsonObject(0);
  }
}
