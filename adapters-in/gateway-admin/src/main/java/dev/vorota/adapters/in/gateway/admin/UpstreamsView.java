package dev.vorota.adapters.in.gateway.admin;

import dev.vorota.gateway.endpoint.Absence;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.resilience.CircuitBreaker;
import dev.vorota.gateway.resilience.CircuitBreakers;
import dev.vorota.gateway.resilience.ConcurrencyLimit;
import dev.vorota.gateway.upstream.LiveUpstream;
import dev.vorota.gateway.upstream.LiveUpstreams;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The upstreams as JSON: each with its endpoints, and of these what is known of them; and the
 * breakers of the routes.
 */
final class UpstreamsView {

  private final LiveUpstreams upstreams;
  private final CircuitBreakers breakers;
  private final Clock clock;

  UpstreamsView(LiveUpstreams upstreams, CircuitBreakers breakers, Clock clock) {
    this.upstreams = upstreams;
    this.breakers = breakers;
    this.clock = clock;
  }

  JsonObject json() {
    List<LiveUpstream> all = upstreams.all();
    JsonArray each = new JsonArray();
    all.stream()
        .sorted(Comparator.comparing(upstream -> upstream.declared().name()))
        .map(this::upstream)
        .forEach(each::add);
    JsonArray circuits = new JsonArray();
    breakers.all().forEach((route, breaker) -> circuits.add(breaker(route, breaker)));
    return new JsonObject().put("upstreams", each).put("breakers", circuits);
  }

  private static JsonObject breaker(String route, CircuitBreaker breaker) {
    return new JsonObject()
        .put("route", route)
        .put("state", breaker.state().name().toLowerCase(Locale.ROOT))
        .put("open_for_ms", TimeUnit.NANOSECONDS.toMillis(breaker.openNanos()));
  }

  private JsonObject upstream(LiveUpstream upstream) {
    List<EndpointHealth> members = upstream.members();
    long available = members.stream().filter(EndpointHealth::isAvailable).count();
    JsonArray endpoints = new JsonArray();
    members.forEach(
        member -> endpoints.add(endpoint(member, member.isAvailable() ? "available" : "out")));
    upstream.leaving().forEach(one -> endpoints.add(endpoint(one, "leaving")));
    JsonObject retries =
        new JsonObject()
            .put("granted", upstream.retryTally().granted())
            .put("refused", upstream.retryTally().refused());
    JsonObject shown = new JsonObject();
    ConcurrencyLimit limit = upstream.concurrency();
    if (limit != null) {
      shown.put("concurrency", concurrency(limit));
    }
    return shown
        .put("name", upstream.declared().name())
        .put("balancing", upstream.declared().balancing().toString())
        .put("available", available)
        .put("uses_all", available == 0)
        .put("retries", retries)
        .put("endpoints", endpoints);
  }

  private static JsonObject concurrency(ConcurrencyLimit limit) {
    return new JsonObject()
        .put("limit", limit.limit())
        .put("under_way", limit.underWay())
        .put("waiting", limit.waiting());
  }

  private JsonObject endpoint(EndpointHealth health, String state) {
    List<Absence> absences = health.absences();
    long since =
        absences.isEmpty() ? health.availableSinceNanos() : absences.getFirst().sinceNanos();
    JsonObject counts =
        new JsonObject()
            .put("active", health.counts().active())
            .put("answers", health.counts().answers())
            .put("server_errors", health.counts().serverErrors())
            .put("failures", health.counts().failures())
            .put("failures_in_a_row", health.failuresInARow())
            .put("ejections", health.ejections());
    return new JsonObject()
        .put("address", health.endpoint().toString())
        .put("name", health.endpoint().authority())
        .put("weight", health.member().weight())
        .put("state", state)
        .put("since", time(since))
        .put("reasons", reasons(absences))
        .put("exchanges", counts);
  }

  private JsonArray reasons(List<Absence> absences) {
    JsonArray reasons = new JsonArray();
    for (Absence absence : absences) {
      JsonObject reason =
          new JsonObject()
              .put("reason", absence.reason().name().toLowerCase(Locale.ROOT))
              .put("since", time(absence.sinceNanos()))
              .put("text", absence.text());
      if (absence.untilNanos() != Absence.OPEN) {
        reason.put("until", time(absence.untilNanos()));
      }
      reasons.add(reason);
    }
    return reasons;
  }

  /** The time of day of a time on the clock of the upstreams. */
  private String time(long nanos) {
    long ago = upstreams.nanoClock().getAsLong() - nanos;
    return clock.instant().minusNanos(ago).truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
