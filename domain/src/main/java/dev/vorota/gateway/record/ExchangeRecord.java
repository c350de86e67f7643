package dev.vorota.gateway.record;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an exchange once it is over.
 *
 * @param route the id of the route, or {@code none} where none matched
 * @param path as it was sent, without its query
 * @param status the status that was sent; 499 where the client left before there was one
 * @param requestBytes the body's length
 * @param responseBytes the body's length
 * @param startedAtMillis since the epoch
 * @param client the address that the request comes from, proxies that are trusted set aside
 * @param user the principal's name, or null where it is anonymous
 * @param upstream the endpoint that was asked, or null where none was
 * @param limitedBy the name of the limit that refused the request, or null where none did
 */
public record ExchangeRecord(
    String route,
    String method,
    String path,
    int status,
    long requestBytes,
    long responseBytes,
    long startedAtMillis,
    long durationNanos,
    InetAddress client,
    @Nullable String user,
    @Nullable String upstream,
    @Nullable String limitedBy) {}
