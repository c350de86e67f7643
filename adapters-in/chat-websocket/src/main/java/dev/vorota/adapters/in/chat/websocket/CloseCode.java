package dev.vorota.adapters.in.chat.websocket;

/** Why the server closes a connection (RFC 6455, section 7.4; 4000 to 4999 are the chat's own). */
enum CloseCode {
  GOING_AWAY(1001),
  MALFORMED(1007),
  TOO_MANY_FRAMES(1008),
  FRAME_TOO_LONG(1009),
  TRY_AGAIN_LATER(1013),
  TOKEN_EXPIRED(4401),
  PROTOCOL_VIOLATION(4403),
  READER_TOO_SLOW(4408);

  private final int code;

  CloseCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
