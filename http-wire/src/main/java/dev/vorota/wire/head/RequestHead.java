package dev.vorota.wire.head;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vorota.gateway.http.Request;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request. What would let two readers disagree on where a message ends is refused
 * (RFC 9112, sections 6.1, 6.3 and 11.2).
 */
public final class RequestHead extends Head implements Request {

  private static final String[] METHODS = {
    "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"
  };
  private static final int VERSION_LENGTH = "HTTP/1.1".length();

  private final InetAddress peer;
  private final MessageFraming framing = new MessageFraming();
  private String method = "";
  private int targetStart;
  private int queryStart;
  private int targetEnd;
  private boolean http10;
  private @Nullable String path;
  private @Nullable String authority;
  private boolean webSocketUpgrade;

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
    method = "";
    targetStart = 0;
    queryStart = 0;
    targetEnd = 0;
    path = null;
    authority = null;
    webSocketUpgrade = false;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    String known = path;
    if (known == null) {
      known = text(targetStart, queryStart);
      path = known;
    }
    return known;
  }

  @Override
  public @Nullable String query() {
    return queryStart == targetEnd ? null : text(queryStart + 1, targetEnd);
  }

  @Override
  public @Nullable String authority() {
    return authority;
  }

  @Override
  public @Nullable String header(String name) {
    return first(name);
  }

  @Override
  public List<String> headers(String name) {
    return all(name);
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
    return http10;
  }

  /** Whether the client waits to be told to go on before it sends a body (RFC 9110, 10.1.1). */
  public boolean expectsContinue() {
    return joined(KnownField.EXPECT) != null;
  }

  /** Whether the client wants to send more over the same connection (RFC 9112, section 9.3). */
  public boolean keepsAlive() {
    return keepsAlive(http10);
  }

  /**
   * Writes the target in its origin form (RFC 9112, section 3.2.1).
   *
   * @param otherPath what stands in the place of the path, in ASCII
   */
  public void writeTarget(String otherPath, ByteBuf out) {
    if (otherPath.equals(path())) {
      write(targetStart, targetEnd, out);
    } else {
      ByteBufUtil.writeAscii(out, otherPath);
      write(queryStart, targetEnd, out);
    }
  }

  @Override
  int parseStartLine(byte[] head) {
    int at = 0;
    while (Ascii.isToken(head[at])) {
      at++;
    }
    if (at == 0 || head[at] != ' ') {
      throw MalformedMessageException.badRequest(
          "A request must start with a method and one space.");
    }
    method = methodIn(head, at);
    at = parseTarget(head, at + 1);
    parseVersion(head, at + 1);
    return at + 1 + VERSION_LENGTH + 2;
  }

  @Override
  void interpret() {
    int hosts = 0;
    for (int i = 0; i < fieldCount(); i++) {
      KnownField known = known(i);
      if (known == null) {
        continue;
      }
      switch (known) {
        case HOST -> {
          hosts++;
          authority = authority == null ? value(i) : authority;
        }
        case UPGRADE -> webSocketUpgrade = isValue(i, "websocket");
        default -> framing.take(this, i, known);
      }
    }
    if (hosts > 1 || (hosts == 0 && !http10)) {
      throw MalformedMessageException.badRequest(
          "A request must have one Host field: it has " + hosts + ".");
    }
    if (authority != null && !isAuthority(authority)) {
      throw MalformedMessageException.badRequest("Host must be a host and maybe a port.");
    }
    if (http10 && framing.isChunked()) {
      throw MalformedMessageException.badRequest("HTTP/1.0 has no Transfer-Encoding.");
    }
    webSocketUpgrade =
        webSocketUpgrade
            && !http10
            && method.equals("GET")
            && HopByHop.lists(joined(KnownField.CONNECTION), "upgrade");
  }

  private static boolean isAuthority(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || !(Character.isLetterOrDigit(c) || "-._~:[]%!$&'()*+,;=".indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private static String methodIn(byte[] head, int end) {
    for (String known : METHODS) {
      if (known.length() == end && isAt(head, 0, known)) {
        return known;
      }
    }
    return new String(head, 0, end, US_ASCII);
  }

  private int parseTarget(byte[] head, int start) {
    int at = start;
    while (Ascii.isTarget(head[at])) {
      at++;
    }
    if (at == start || head[at] != ' ') {
      throw MalformedMessageException.badRequest(
          "A target must be followed by one space and hold visible ASCII characters only.");
    }
    targetEnd = at;
    targetStart = head[start] == '/' ? start : afterAuthority(head, start, at);
    queryStart = targetStart;
    while (queryStart < at && head[queryStart] != '?') {
      queryStart++;
    }
    return at;
  }

  /** The absolute form, which a client may send to any server (RFC 9112, section 3.2.2). */
  private int afterAuthority(byte[] head, int start, int end) {
    int host = start + "http://".length();
    if (!isAt(head, start, "http://") || host >= end) {
      throw MalformedMessageException.badRequest("A target must start with a slash.");
    }
    int at = host;
    while (at < end && head[at] != '/' && head[at] != '?') {
      at++;
    }
    if (at == end || head[at] == '?' || at == host) {
      throw MalformedMessageException.badRequest("A target must have a host and a path.");
    }
    authority = text(host, at);
    return at;
  }

  private void parseVersion(byte[] head, int at) {
    boolean http11 = isAt(head, at, "HTTP/1.1\r\n");
    http10 = !http11 && isAt(head, at, "HTTP/1.0\r\n");
    if (!http11 && !http10) {
      throw isOtherVersion(head, at)
          ? new MalformedMessageException(505, "The version must be HTTP/1.1 or HTTP/1.0.")
          : MalformedMessageException.badRequest("A request line must end in HTTP/1.1.");
    }
  }

  private static boolean isOtherVersion(byte[] head, int at) {
    return isAt(head, at, "HTTP/")
        && Character.isDigit(head[at + 5])
        && head[at + 6] == '.'
        && Character.isDigit(head[at + 7])
        && head[at + 8] == '\r';
  }

  private static boolean isAt(byte[] head, int at, String text) {
    if (at + text.length() > head.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (head[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
