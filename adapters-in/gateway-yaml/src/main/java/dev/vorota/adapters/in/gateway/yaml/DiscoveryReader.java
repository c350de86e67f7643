package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.adapters.in.gateway.yaml.shape.Times;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.upstream.Discovery;
import dev.vorota.gateway.upstream.Discovery.Family;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes how the addresses of names are found. */
final class DiscoveryReader {

  private final Problems problems;
  private final Attempt attempt;

  DiscoveryReader(Problems problems) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
  }

  /** What is usual, where nothing is given or something about it is wrong. */
  Discovery read(@Nullable Fields dns) {
    if (dns == null) {
      return Discovery.DEFAULTS;
    }
    List<Endpoint> servers = attempt.each(dns.texts("servers"), EndpointText::server);
    Duration shortest = dns.time("min_ttl");
    Duration longest = dns.time("max_ttl");
    if (shortest == null || longest == null) {
      return Discovery.DEFAULTS;
    }
    if (longest.compareTo(shortest) < 0) {
      Given later = dns.any("max_ttl");
      problems.add(
          later == null ? dns.spot() : later.spot(),
          Times.text(longest),
          "expected no shorter time than that of min_ttl (" + Times.text(shortest) + ")");
      return Discovery.DEFAULTS;
    }
    return new Discovery(servers, family(dns.text("family")), shortest, longest);
  }

  private static Family family(Given.@Nullable Text family) {
    return switch (family == null ? "any" : family.text()) {
      case "ipv4" -> Family.IPV4;
      case "ipv6" -> Family.IPV6;
      default -> Family.ANY;
    };
  }
}
