package dev.vorota.adapters.out.upstream.probes;

import dev.vorota.gateway.endpoint.Absence;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.upstream.LiveUpstream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Logs which endpoints have gone out since it looked last, and why, and which are back. For one
 * thread.
 */
final class AvailabilityLog {

  private static final Logger LOG = System.getLogger("dev.vorota.gateway.health");

  private Set<EndpointHealth> out = new HashSet<>();

  void look(Collection<LiveUpstream> upstreams) {
    Set<EndpointHealth> now = new HashSet<>();
    for (LiveUpstream upstream : upstreams) {
      for (EndpointHealth member : upstream.members()) {
        look(upstream.declared().name(), member, now);
      }
    }
    out = now;
  }

  private void look(String upstream, EndpointHealth member, Set<EndpointHealth> now) {
    List<Absence> absences = member.absences();
    if (!absences.isEmpty()) {
      now.add(member);
      if (!out.contains(member)) {
        LOG.log(
            Level.WARNING,
            "Endpoint {0} of upstream {1} is out: {2}",
            member,
            upstream,
            absences.stream().map(Absence::text).collect(Collectors.joining("; ")));
      }
    } else if (out.contains(member)) {
      LOG.log(Level.INFO, "Endpoint {0} of upstream {1} is back", member, upstream);
    }
  }
}
