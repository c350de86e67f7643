package dev.vorota.gateway.ratelimit;

/**
 * What a limiter says to one request.
 *
 * @param limit the limit that decided
 * @param allowed whether the request may pass
 * @param remaining how many more may pass at once
 * @param retryAfterNanos where refused, how long until the same request may pass; where allowed,
 *     how long until one more may pass, 0 where one may pass now
 */
public record Decision(RateLimit limit, boolean allowed, long remaining, long retryAfterNanos) {}
