package dev.vorota.wire.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What an upstream is told of where a request comes from: the values of {@code X-Forwarded-*}, and
 * of {@code Forwarded} (RFC 7239) and {@code Via} (RFC 9110, section 7.6.3).
 *
 * @param host what the client asked for, or null where it named none
 */
public record Forwarded(
    String xForwardedFor, String proto, @Nullable String host, String forwarded, String via) {}
