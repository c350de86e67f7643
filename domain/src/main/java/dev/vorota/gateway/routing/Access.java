package dev.vorota.gateway.routing;

/** Whom a route lets pass. */
public sealed interface Access {

  /** Everybody. */
  record Public() implements Access {}

  /**
   * Whoever shows a good token.
   *
   * @param audience what the token's {@code aud} must hold
   * @param source where in the request the token is
   */
  record Authenticated(String audience, TokenSource source) implements Access {}

  /** Where in a request a token is looked for. */
  enum TokenSource {
    /** {@code Authorization: Bearer …} (RFC 6750, section 2.1). */
    AUTHORIZATION,

    /**
     * A subprotocol {@code bearer.…} that a WebSocket client offers, because a browser can't set
     * other fields on a handshake.
     */
    WEBSOCKET_PROTOCOL
  }
}
