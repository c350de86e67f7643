package dev.vorota.adapters.out.upstream.http;

import java.time.Duration;

/**
 * How long and how much the client of the upstreams bears.
 *
 * @param connectTimeout until a connection stands
 * @param firstByteTimeout from the whole request to the first octet of its answer; also while a
 *     client waits to be told to go on with the body
 * @param idleTimeout without an octet in either direction, while an exchange is under way
 * @param tunnelIdleTimeout the same once the protocol has changed
 * @param keepAlive how long a connection is kept that serves no exchange
 * @param idleConnections the most such connections for each endpoint and event loop
 */
public record UpstreamLimits(
    Duration connectTimeout,
    Duration firstByteTimeout,
    Duration idleTimeout,
    Duration tunnelIdleTimeout,
    Duration keepAlive,
    int idleConnections) {

  /** What holds where nothing is configured. */
  public static final UpstreamLimits DEFAULTS =
      new UpstreamLimits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          256);
}
