package dev.vorota.wire.head;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;

/** The head of an upstream's response. */
public final class ResponseHead extends Head {

  private static final int STATUS_AT = "HTTP/1.x ".length();
  private static final int REASON_AT = STATUS_AT + 4;

  private final MessageFraming framing = new MessageFraming();
  private int status;
  private boolean http10;
  private int reasonEnd;

  /**
   * @param longest the most octets that the head may have
   * @param mostFields the most fields that it may have
   */
  public ResponseHead(int longest, int mostFields) {
    super(longest, mostFields);
  }

  @Override
  public void reset() {
    super.reset();
    framing.reset();
  }

  public int status() {
    return status;
  }

  /** Whether it announces a further response to the same request (RFC 9110, section 15.2). */
  public boolean isInterim() {
    return status < 200 && status != 101;
  }

  /** How the body is framed, where the request and the status let there be one. */
  public MessageFraming framing() {
    return framing;
  }

  /**
   * Whether there is a body after this head (RFC 9112, section 6.3).
   *
   * @param method the request's
   */
  public boolean hasBody(String method) {
    return status >= 200
        && status != 204
        && status != 304
        && !method.equals("HEAD")
        && framing.contentLength() != 0;
  }

  /** Whether there is a length, and one that the status lets be told (RFC 9110, section 8.6). */
  public boolean mayTellLength() {
    return framing.contentLength() != MessageFraming.NO_LENGTH && status >= 200 && status != 204;
  }

  /** Whether it changes to the WebSocket protocol (RFC 6455, section 4.2.2). */
  public boolean isWebSocketUpgrade() {
    return status == 101 && HopByHop.lists(joined(KnownField.UPGRADE), "websocket");
  }

  /** Whether the upstream lets its connection be used again. */
  public boolean keepsAlive() {
    return keepsAlive(http10);
  }

  /** Writes the status line, as HTTP/1.1 and with the reason that the upstream gave. */
  public void writeStatusLine(ByteBuf out) {
    out.writeCharSequence("HTTP/1.1 ", US_ASCII);
    write(STATUS_AT, reasonEnd, out);
    out.writeShort(FieldLine.CRLF);
  }

  @Override
  int parseStartLine(byte[] head) {
    http10 = Ascii.isAt(head, 0, "HTTP/1.0 ");
    status = http10 || Ascii.isAt(head, 0, "HTTP/1.1 ") ? number(head) : 0;
    if (status < 100 || (head[REASON_AT - 1] != ' ' && head[REASON_AT - 1] != '\r')) {
      throw MalformedMessageException.of(
          "status line", text(0, STATUS_AT), "HTTP/1.1 and a status");
    }
    int at = REASON_AT - 1;
    while (Ascii.isFieldText(head[at])) {
      at++;
    }
    if (head[at] != '\r' || head[at + 1] != '\n') {
      throw MalformedMessageException.at("reason", head[at], "free of control characters");
    }
    reasonEnd = at;
    return at + 2;
  }

  @Override
  void interpret() {
    for (int i = 0; i < fieldCount(); i++) {
      KnownField known = known(i);
      if (known != null) {
        framing.take(this, i, known);
      }
    }
    if (http10 && framing.isChunked()) {
      throw MalformedMessageException.of("Transfer-Encoding", "chunked", "absent from HTTP/1.0");
    }
  }

  private static int number(byte[] head) {
    int number = 0;
    for (int i = STATUS_AT; i < STATUS_AT + 3; i++) {
      int digit = head[i] - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
