package dev.vorota.wire.exchange;

/** The client of the upstreams as one event loop has it. Called on that loop only. */
public interface Upstreams {

  /**
   * Starts an exchange. The listener hears on the same loop, maybe before this returns.
   *
   * @return takes the request's body and steers the exchange
   */
  UpstreamExchange open(UpstreamCall call, UpstreamListener listener);
}
