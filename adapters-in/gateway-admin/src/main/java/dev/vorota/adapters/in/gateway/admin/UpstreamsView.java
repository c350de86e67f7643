package dev.vorota.adapters.in.gateway.admin;

import dev.vorota.gateway.endpoint.Absence;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.upstream.LiveUpstream;
import dev.vorota.gateway.upstream.LiveUpstreams;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The upstreams as JSON: each with its endpoints, and of these what is known of them. */
final class UpstreamsView {

  private final LiveUpstreams upstreams;
  private final Clock clock;

  UpstreamsView(LiveUpstreams upstreams, Clock clock) {
    this.upstreams = upstreams;
    this.clock = clock;
  }

  JsonObject json() {
    List<LiveUpstream> all = upstreams.all();
    JsonArray each = new JsonArray();
    all.stream()
        .sorted(Comparator.comparing(upstream -> upstream.declared().name()))
        .map(this::upstream)
        .forEach(each::add);
    return new JsonObject().put("upstreams", each);
  }

  private JsonObject upstream(LiveUpstream upstream) {
    List<EndpointHealth> members = upstream.members();
    long available = members.stream().filter(EndpointHealth::isAvailable).count();
    JsonArray endpoints = new JsonArray();
    members.forEach(
        member -> endpoints.add(endpoint(member, member.isAvailable() ? "available" : "out")));
    upstream.leaving().forEach(one -> endpoints.add(endpoint(one, "leaving")));
    return new JsonObject()
        .put("name", upstream.declared().name())
        .put("balancing", upstream.declared().balancing().toString())
        .put("available", available)
        .put("uses_all", available == 0)
        .put("endpoints", endpoints);
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
