package dev.vorota.wire.exchange;

import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.upstream.Endpoint;
import dev.vorota.wire.head.RequestHead;

/**
 * What an upstream is asked for.
 *
 * @param head the client's, valid until the exchange is over
 * @param path what stands in the place of its path
 * @param host the value of {@code Host}
 * @param changes how its fields are changed
 * @param forwarded what the upstream is told of the client
 * @param tunnel whether both sides may change to another protocol
 */
public record UpstreamCall(
    Endpoint endpoint,
    RequestHead head,
    String path,
    String host,
    HeaderChanges changes,
    Forwarded forwarded,
    boolean tunnel) {}
