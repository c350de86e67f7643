package dev.vorota.gateway.ratelimit;

/** Decides whether one more request of a client may pass. Never blocks, never throws. */
public interface RateLimiter {

  /**
   * Takes one permit where there is one.
   *
   * @param key who is limited; each key has a bucket of its own in each limit
   */
  Decision acquire(RateLimit limit, String key);
}
