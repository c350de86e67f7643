package dev.vorota.wire.exchange;

/** Why an upstream gave no whole answer. */
public enum UpstreamFailure {
  /** It has no endpoint. */
  NO_ENDPOINT,

  /** Its name stands for no address, or could not be looked up. */
  UNRESOLVED,

  /** It is there and takes no connection. */
  REFUSED,

  /** There is no way to it. */
  UNREACHABLE,

  /** A connection could not be had in time. */
  CONNECT_TIMEOUT,

  /** No secure connection could be agreed on: one end does not believe the other, mostly. */
  TLS,

  /** All its connections are in use, and none became free in time or enough exchanges wait. */
  BUSY,

  /** It said that it has not begun with the request and never will (HTTP/2). */
  NOT_PROCESSED,

  /** A tunnel was asked for, and what is spoken with it has none. */
  NO_TUNNEL,

  /** The request was sent and no answer began in time. */
  FIRST_BYTE_TIMEOUT,

  /** Nothing came or went for too long in the middle of an exchange. */
  IDLE_TIMEOUT,

  /** It ended the connection before its answer was whole. */
  DISCONNECTED,

  /** It broke the rules of HTTP. */
  MALFORMED,

  /** The head of its answer is too long or has too many fields. */
  HEAD_TOO_LARGE,

  /** The whole exchange, with all that was tried, has taken too long. */
  TOTAL_TIMEOUT,

  /** It was not asked, since most exchanges of the route failed. */
  CIRCUIT_OPEN,

  /** It was not asked, since it has as much under way as it may have, and enough wait. */
  OVERLOADED,

  /** It was not asked, since the gateway has too much to do. */
  GATEWAY_OVERLOADED
}
