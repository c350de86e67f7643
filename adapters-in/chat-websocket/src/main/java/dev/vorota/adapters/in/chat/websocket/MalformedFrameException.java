package dev.vorota.adapters.in.chat.websocket;

/** A frame that is not JSON; what follows it can't be trusted either. */
final class MalformedFrameException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedFrameException(String message) {
    super(message, null, false, false);
  }
}
