package dev.vorota.wire.exchange;

import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.routing.Action;
import dev.vorota.wire.head.RequestHead;

/**
 * What an upstream is asked for.
 *
 * @param action which upstream, and how
 * @param arrival the request as the gateway's decisions see it
 * @param head the client's, valid until the exchange is over
 * @param path what stands in the place of its path
 * @param forwarded what the upstream is told of the client
 * @param tunnel whether both sides may change to another protocol
 */
public record UpstreamCall(
    Action.Forward action,
    Arrival arrival,
    RequestHead head,
    String path,
    Forwarded forwarded,
    boolean tunnel) {}
