package dev.vorota.gateway.resilience;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long an exchange with an upstream may take.
 *
 * @param connect until a connection stands
 * @param firstByte from the whole request to the first octet of its answer; also while a client
 *     waits to be told to go on with the body
 * @param idle without an octet in either direction
 * @param tunnel the same once the protocol has changed
 * @param total from the beginning to the whole answer, with everything that is tried in between; or
 *     null for as long as it takes
 */
public record Timeouts(
    Duration connect,
    Duration firstByte,
    Duration idle,
    Duration tunnel,
    @Nullable Duration total) {

  /** What holds where nothing is configured. */
  public static final Timeouts DEFAULTS =
      new Timeouts(
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          null);

  public Timeouts {
    Bounds.checkPositive("connect", connect);
    Bounds.checkPositive("firstByte", firstByte);
    Bounds.checkPositive("idle", idle);
    Bounds.checkPositive("tunnel", tunnel);
    if (total != null) {
      Bounds.checkPositive("total", total);
    }
  }
}
