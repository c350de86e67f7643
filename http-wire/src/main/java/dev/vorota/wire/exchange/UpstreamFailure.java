package dev.vorota.wire.exchange;

/** Why an upstream gave no whole answer. */
public enum UpstreamFailure {
  /** No connection could be had. */
  UNREACHABLE,

  /** A connection could not be had in time. */
  CONNECT_TIMEOUT,

  /** It ended the connection before its answer was whole. */
  DISCONNECTED,

  /** It broke the rules of HTTP. */
  MALFORMED,

  /** Nothing came for too long. */
  TIMEOUT
}
