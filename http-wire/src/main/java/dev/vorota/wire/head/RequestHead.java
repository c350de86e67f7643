package dev.vorota.wire.head;

import dev.vorota.gateway.http.Request;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request. What would let two readers disagree on where a message ends is refused
 * (RFC 9112, sections 6.1, 6.3 and 11.2).
 */
public final class RequestHead extends Head implements Request {

  private static final int LONGEST_CONNECTION = 1_024;

  private final InetAddress peer;
  private final MessageFraming framing = new MessageFraming();
  private final RequestLine line = new RequestLine();
  private @Nullable String path;
  private @Nullable String authority;
  private @Nullable String lastHost;
  private boolean webSocketUpgrade;
  private boolean expectsContinue;

  /**
   * @param peer the address of the connection's other end
   * @param longest the most octets that the head may have
   * @param mostFields the most fields that it may have
   */
  public RequestHead(InetAddress peer, int longest, int mostFields) {
    super(longest, mostFields);
    this.peer = peer;
  }

  @Override
  public void reset() {
    super.reset();
    framing.reset();
    line.reset();
    path = null;
    authority = null;
    webSocketUpgrade = false;
    expectsContinue = false;
  }

  @Override
  public String method() {
    return line.method();
  }

  @Override
  public String path() {
    String known = path;
    if (known == null) {
      known = line.lacksPath() ? "/" : text(line.pathStart(), line.queryStart());
      path = known;
    }
    return known;
  }

  @Override
  public @Nullable String query() {
    int start = line.queryStart();
    return start == line.targetEnd() ? null : text(start + 1, line.targetEnd());
  }

  @Override
  public @Nullable String authority() {
    return authority;
  }

  @Override
  public InetAddress peer() {
    return peer;
  }

  @Override
  public boolean isWebSocketUpgrade() {
    return webSocketUpgrade;
  }

  /** How the body is framed. */
  public MessageFraming framing() {
    return framing;
  }

  /** Whether the client speaks HTTP/1.0, which knows no chunks and no interim responses. */
  public boolean isHttp10() {
    return line.isHttp10();
  }

  /** Whether the client waits to be told to go on before it sends a body (RFC 9110, 10.1.1). */
  public boolean expectsContinue() {
    return expectsContinue;
  }

  /** Whether it is for the server as a whole: {@code OPTIONS *} (RFC 9112, section 3.2.4). */
  public boolean isForServer() {
    return path().equals("*");
  }

  /** Whether the client takes trailers (RFC 9110, section 10.1.4). */
  public boolean acceptsTrailers() {
    return !line.isHttp10() && HopByHop.lists(joined(KnownField.TE), "trailers");
  }

  /** Whether the client wants to send more over the same connection (RFC 9112, section 9.3). */
  public boolean keepsAlive() {
    return keepsAlive(line.isHttp10());
  }

  /**
   * Writes the target in its origin form (RFC 9112, section 3.2.1).
   *
   * @param otherPath what stands in the place of the path, in ASCII
   */
  public void writeTarget(String otherPath, ByteBuf out) {
    if (!line.lacksPath() && otherPath.equals(path())) {
      write(line.pathStart(), line.targetEnd(), out);
    } else {
      ByteBufUtil.writeAscii(out, otherPath);
      write(line.queryStart(), line.targetEnd(), out);
    }
  }

  @Override
  int parseStartLine(byte[] head) {
    int next = line.parse(head);
    if (line.hasAuthority()) {
      authority = text(line.authorityStart(), line.pathStart());
    }
    return next;
  }

  @Override
  MalformedMessageException tooLong(int most) {
    return holds('\n') || !holds(' ')
        ? super.tooLong(most)
        : new MalformedMessageException(
            Refusal.TARGET_TOO_LONG, "target", "more", "at most " + most + " octets long");
  }

  @Override
  void interpret() {
    int hosts = 0;
    int connectionLength = 0;
    String host = null;
    for (int i = 0; i < fieldCount(); i++) {
      KnownField known = known(i);
      if (known == null) {
        continue;
      }
      switch (known) {
        case HOST -> {
          hosts++;
          host = hostIn(i);
        }
        case UPGRADE -> webSocketUpgrade = webSocketUpgrade || isValue(i, "websocket");
        case EXPECT -> takeExpectation(i);
        case CONNECTION -> connectionLength += valueLength(i);
        default -> framing.take(this, i, known);
      }
    }
    if (hosts > 1 || (hosts == 0 && !line.isHttp10())) {
      throw MalformedMessageException.of("Host", hosts + " fields", "given once");
    }
    requireAuthority("target", authority);
    authority = authority == null ? host : authority;
    if (line.isHttp10() && framing.isChunked()) {
      throw MalformedMessageException.of("Transfer-Encoding", "chunked", "absent from HTTP/1.0");
    }
    if (connectionLength > LONGEST_CONNECTION) {
      throw new MalformedMessageException(
          Refusal.HEAD_TOO_LARGE,
          "Connection",
          connectionLength + " octets",
          "at most " + LONGEST_CONNECTION + " octets long");
    }
    webSocketUpgrade =
        webSocketUpgrade
            && !line.isHttp10()
            && line.method().equals("GET")
            && !framing.announcesBody()
            && HopByHop.lists(joined(KnownField.CONNECTION), "upgrade");
  }

  /** Mostly a connection's requests are all for one host: its text and its check serve for all. */
  private String hostIn(int field) {
    String last = lastHost;
    if (last != null && isExactly(field, last)) {
      return last;
    }
    String host = value(field);
    requireAuthority("Host", host);
    lastHost = host;
    return host;
  }

  /** An expectation of HTTP/1.0 is ignored (RFC 9110, section 10.1.1). */
  private void takeExpectation(int field) {
    if (!line.isHttp10() && !isValue(field, "100-continue")) {
      throw new MalformedMessageException(
          Refusal.EXPECTATION, "Expect", value(field), "100-continue");
    }
    expectsContinue = !line.isHttp10();
  }

  private static void requireAuthority(String field, @Nullable String text) {
    if (text != null && !Authority.isValid(text)) {
      throw MalformedMessageException.of(field, text, Authority.EXPECTED);
    }
  }
}
