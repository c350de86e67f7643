package dev.vorota.gateway.routing;

import dev.vorota.gateway.ratelimit.RateLimit;

/**
 * How a route limits those who use it.
 *
 * @param limit the figures of each bucket
 * @param key whose bucket a request draws from
 */
public record LimitProfile(RateLimit limit, Key key) {

  /** Whose bucket a request draws from. */
  public enum Key {
    /** That of the address that the request comes from. */
    CLIENT_ADDRESS,

    /** That of the principal. */
    PRINCIPAL
  }
}
