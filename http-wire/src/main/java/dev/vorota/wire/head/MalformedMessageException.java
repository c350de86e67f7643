package dev.vorota.wire.head;

/** A message that breaks the rules of HTTP/1.1 so that its framing can't be relied on. */
public final class MalformedMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status what a client that sent it is answered
   * @param reason one sentence for it
   */
  public MalformedMessageException(int status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }

  static MalformedMessageException badRequest(String reason) {
    return new MalformedMessageException(400, reason);
  }

  public int status() {
    return status;
  }
}
