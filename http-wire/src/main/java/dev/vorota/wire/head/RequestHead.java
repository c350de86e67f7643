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
  private static final String[] SCHEMES = {"http://", "https://"};
  private static final int LONGEST_CONNECTION = 1_024;
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
    method = "";
    targetStart = 0;
    queryStart = 0;
    targetEnd = 0;
    path = null;
    authority = null;
    webSocketUpgrade = false;
    expectsContinue = false;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    String known = path;
    if (known == null) {
      known = queryStart == targetStart && targetEnd > 0 ? "/" : text(targetStart, queryStart);
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
    return expectsContinue;
  }

  /** Whether it is for the server as a whole: {@code OPTIONS *} (RFC 9112, section 3.2.4). */
  public boolean isForServer() {
    return path().equals("*");
  }

  /** Whether the client takes trailers (RFC 9110, section 10.1.4). */
  public boolean acceptsTrailers() {
    return !http10 && HopByHop.lists(joined(KnownField.TE), "trailers");
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
      throw MalformedMessageException.at(
          "method", head[at], "one or more token characters followed by one space");
    }
    method = methodIn(head, at);
    if (method.equals("CONNECT") || method.equals("TRACE")) {
      throw new MalformedMessageException(
          Refusal.METHOD, "method", method, "one that is passed on, neither CONNECT nor TRACE");
    }
    at = parseTarget(head, at + 1);
    parseVersion(head, at + 1);
    return at + 1 + VERSION_LENGTH + 2;
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
    if (hosts > 1 || (hosts == 0 && !http10)) {
      throw MalformedMessageException.of("Host", hosts + " fields", "given once");
    }
    requireAuthority("target", authority);
    authority = authority == null ? host : authority;
    if (http10 && framing.isChunked()) {
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
            && !http10
            && method.equals("GET")
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
    if (!http10 && !isValue(field, "100-continue")) {
      throw new MalformedMessageException(
          Refusal.EXPECTATION, "Expect", value(field), "100-continue");
    }
    expectsContinue = !http10;
  }

  private static void requireAuthority(String field, @Nullable String text) {
    if (text != null && !Authority.isValid(text)) {
      throw MalformedMessageException.of(field, text, Authority.EXPECTED);
    }
  }

  private static String methodIn(byte[] head, int end) {
    for (String known : METHODS) {
      if (known.length() == end && Ascii.isAt(head, 0, known)) {
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
      throw MalformedMessageException.at(
          "target", head[at], "visible ASCII characters without # followed by one space");
    }
    targetEnd = at;
    targetStart = head[start] == '/' ? start : pathStart(head, start, at);
    queryStart = targetStart;
    while (queryStart < at && head[queryStart] != '?') {
      queryStart++;
    }
    return at;
  }

  /** The other forms: {@code *}, and the absolute one, which may come from any client. */
  private int pathStart(byte[] head, int start, int end) {
    if (end - start == 1 && head[start] == '*' && method.equals("OPTIONS")) {
      return start;
    }
    int host = start + schemeLength(head, start);
    if (host == start || host >= end) {
      throw MalformedMessageException.of(
          "target", text(start, end), "a path that starts with a slash, or an http URL");
    }
    int at = host;
    while (at < end && head[at] != '/' && head[at] != '?') {
      at++;
    }
    authority = text(host, at);
    return at;
  }

  private static int schemeLength(byte[] head, int start) {
    for (String scheme : SCHEMES) {
      int end = start + scheme.length();
      if (end <= head.length && Ascii.equalsIgnoreCase(head, start, end, scheme)) {
        return scheme.length();
      }
    }
    return 0;
  }

  private void parseVersion(byte[] head, int at) {
    boolean http11 = Ascii.isAt(head, at, "HTTP/1.1\r\n");
    http10 = !http11 && Ascii.isAt(head, at, "HTTP/1.0\r\n");
    if (!http11 && !http10) {
      throw new MalformedMessageException(
          isOtherVersion(head, at) ? Refusal.VERSION : Refusal.MALFORMED,
          "version",
          "another",
          "HTTP/1.1 or HTTP/1.0, and the end of the line");
    }
  }

  private static boolean isOtherVersion(byte[] head, int at) {
    return Ascii.isAt(head, at, "HTTP/")
        && Character.isDigit(head[at + 5])
        && head[at + 6] == '.'
        && Character.isDigit(head[at + 7])
        && head[at + 8] == '\r'
        && head[at + 9] == '\n';
  }
}
