package dev.vorota.adapters.in.gateway.http;

import java.time.Duration;

/**
 * How long and how much the front listener bears with a client.
 *
 * @param longestHead the most octets of a request's head
 * @param mostFields the most fields of a request's head
 * @param headTimeout from the first octet of a head to its last
 * @param keepAlive how long a connection may be still between two requests
 * @param idleTimeout without an octet in either direction, while an exchange is under way
 * @param drain how long exchanges may go on once the listener stops
 */
public record FrontLimits(
    int longestHead,
    int mostFields,
    Duration headTimeout,
    Duration keepAlive,
    Duration idleTimeout,
    Duration drain) {

  /** What holds where nothing is configured. */
  public static final FrontLimits DEFAULTS =
      new FrontLimits(
          32 * 1_024,
          100,
          Duration.ofSeconds(10),
          Duration.ofSeconds(75),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20));

  /** The same, with another time to drain. */
  public FrontLimits withDrain(Duration other) {
    return new FrontLimits(longestHead, mostFields, headTimeout, keepAlive, idleTimeout, other);
  }
}
