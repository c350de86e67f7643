package dev.vorota.wire.head;

/** Why a message is refused. */
public enum Refusal {
  /** It breaks the grammar or the framing rules of HTTP/1.1 (RFC 9112, sections 2.2 and 6.3). */
  MALFORMED,

  /** The request's target is too long (RFC 9110, section 15.5.15). */
  TARGET_TOO_LONG,

  /** The head, or the trailers, are too long or have too many fields (RFC 6585, section 5). */
  HEAD_TOO_LARGE,

  /** The method is none that is passed on (RFC 9110, section 15.5.6). */
  METHOD,

  /** It expects what is not known (RFC 9110, section 15.5.18). */
  EXPECTATION,

  /** The transfer coding is not known (RFC 9112, section 6.1). */
  TRANSFER_CODING,

  /** The major version is another one (RFC 9110, section 15.6.6). */
  VERSION,

  /** The head was not whole in time (RFC 9110, section 15.5.9). */
  HEAD_TIMEOUT,

  /** The body did not go on in time (RFC 9110, section 15.5.9). */
  BODY_TIMEOUT
}
