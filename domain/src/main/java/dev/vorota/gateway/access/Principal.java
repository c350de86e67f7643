package dev.vorota.gateway.access;

/**
 * Who a request comes from, once its token is verified.
 *
 * @param id the token's {@code sub}
 * @param name what the principal is called in logs and metrics
 * @param expiresAt when the token ends, in seconds since the epoch
 */
public record Principal(String id, String name, long expiresAt) {}
