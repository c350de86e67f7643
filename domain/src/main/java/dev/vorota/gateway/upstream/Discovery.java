package dev.vorota.gateway.upstream;

import dev.vorota.gateway.endpoint.Endpoint;
import java.time.Duration;
import java.util.List;

/**
 * How the addresses are found of endpoints that are declared by a name. All of a name's addresses
 * serve; they are looked up again when DNS says that they may have changed.
 *
 * @param servers the DNS servers, asked one after the other; none for those of the system
 * @param family which addresses count
 * @param shortest how soon they are looked up again at the earliest
 * @param longest how soon at the latest
 */
public record Discovery(
    List<Endpoint> servers, Family family, Duration shortest, Duration longest) {

  /** Which addresses of a name count. */
  public enum Family {
    /** All: those of IPv6 where this host has an address of its own there. */
    ANY,
    IPV4,
    IPV6
  }

  /** What holds where nothing is configured. */
  public static final Discovery DEFAULTS =
      new Discovery(List.of(), Family.ANY, Duration.ofSeconds(5), Duration.ofMinutes(5));

  public Discovery {
    servers = List.copyOf(servers);
    if (!shortest.isPositive() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException(
          "lookups must go from more than 0 up: from " + shortest + " to " + longest + ".");
    }
  }

  /**
   * When to look up again, in ns.
   *
   * @param ttlSeconds how long the answer holds
   */
  public long againNanos(long ttlSeconds) {
    long bounded = Math.clamp(ttlSeconds, 0, longest.toSeconds() + 1);
    return Math.clamp(Duration.ofSeconds(bounded).toNanos(), shortest.toNanos(), longest.toNanos());
  }
}
