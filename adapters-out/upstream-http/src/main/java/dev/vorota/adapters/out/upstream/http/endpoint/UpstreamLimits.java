package dev.vorota.adapters.out.upstream.http.endpoint;

import java.time.Duration;

/**
 * How long and how much the client of the endpoints bears.
 *
 * @param keepAlive how long a connection is kept that serves no exchange
 * @param idleConnections the most such connections for each endpoint and event loop
 */
public record UpstreamLimits(Duration keepAlive, int idleConnections) {

  /** What holds where nothing is configured. */
  public static final UpstreamLimits DEFAULTS = new UpstreamLimits(Duration.ofSeconds(30), 256);
}
