package dev.vorota.wire.head;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The first line of a request, and where its parts stand in the head (RFC 9112, section 3). */
final class RequestLine {

  private static final String[] METHODS = {
    "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"
  };
  private static final String[] SCHEMES = {"http://", "https://"};
  private static final int VERSION_LENGTH = "HTTP/1.1".length();

  private String method = "";
  private int authorityStart;
  private int pathStart;
  private int queryStart;
  private int targetEnd;
  private boolean http10;

  void reset() {
    method = "";
    authorityStart = 0;
    pathStart = 0;
    queryStart = 0;
    targetEnd = 0;
  }

  /** The method, or nothing before the line has been read. */
  String method() {
    return method;
  }

  /** Whether the target is a URL, and so names a host. */
  boolean hasAuthority() {
    return authorityStart > 0;
  }

  /** Where the host begins, up to {@link #pathStart()}. */
  int authorityStart() {
    return authorityStart;
  }

  int pathStart() {
    return pathStart;
  }

  /** Whether the target is a URL without a path, which stands for {@code /}. */
  boolean lacksPath() {
    return pathStart == queryStart && targetEnd > 0;
  }

  /** Where the question mark stands, or the end of the target where there is none. */
  int queryStart() {
    return queryStart;
  }

  int targetEnd() {
    return targetEnd;
  }

  boolean isHttp10() {
    return http10;
  }

  /**
   * Reads the line.
   *
   * @return where the next one starts
   * @throws MalformedMessageException if it is not good, or not of a kind that is served
   */
  int parse(byte[] head) {
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
    pathStart = head[start] == '/' ? start : afterAuthority(head, start, at);
    queryStart = pathStart;
    while (queryStart < at && head[queryStart] != '?') {
      queryStart++;
    }
    return at;
  }

  /** The other forms: {@code *}, and the absolute one, which may come from any client. */
  private int afterAuthority(byte[] head, int start, int end) {
    if (end - start == 1 && head[start] == '*' && method.equals("OPTIONS")) {
      return start;
    }
    int host = start + schemeLength(head, start);
    if (host == start || host >= end) {
      throw MalformedMessageException.of(
          "target",
          new String(head, start, end - start, US_ASCII),
          "a path that starts with a slash, or an http URL");
    }
    int at = host;
    while (at < end && head[at] != '/' && head[at] != '?') {
      at++;
    }
    authorityStart = host;
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
