package dev.vorota.adapters.out.upstream.http.attempt;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamListener;

/** The endpoints as one event loop can ask them. Called on that loop only. */
public interface Endpoints {

  /**
   * Starts an exchange with one endpoint. The listener hears on the same loop, maybe before this
   * returns.
   */
  UpstreamExchange open(UpstreamCall call, Endpoint endpoint, UpstreamListener listener);
}
