package dev.vorota.wire.exchange;

import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.routing.Action;
import dev.vorota.wire.head.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * What an upstream is asked for.
 *
 * @param route the id of the route that leads there
 * @param action which upstream, and how
 * @param arrival the request as the gateway's decisions see it
 * @param head the client's, valid until the exchange is over
 * @param path what stands in the place of its path
 * @param forwarded what the upstream is told of the client
 * @param tunnel whether both sides may change to another protocol
 * @param deadline when it must be over, or null for whenever it is
 */
public record UpstreamCall(
    String route,
    Action.Forward action,
    Arrival arrival,
    RequestHead head,
    String path,
    Forwarded forwarded,
    boolean tunnel,
    @Nullable Deadline deadline) {

  /** The same, over by then. */
  public UpstreamCall until(Deadline other) {
    return new UpstreamCall(route, action, arrival, head, path, forwarded, tunnel, other);
  }
}
