package dev.vorota.wire.exchange;

import dev.vorota.gateway.upstream.Endpoint;
import dev.vorota.wire.head.RequestHead;

/**
 * What an upstream is asked for.
 *
 * @param head the client's, valid until the exchange is over
 * @param skip how many characters are left out at the front of the path
 * @param forwarded what the upstream is told of the client
 * @param tunnel whether both sides may change to another protocol
 */
public record UpstreamCall(
    Endpoint endpoint, RequestHead head, int skip, Forwarded forwarded, boolean tunnel) {}
