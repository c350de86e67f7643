package dev.vorota.adapters.in.gateway.cli;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Request;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request as somebody states it. */
record StatedRequest(
    String method,
    String path,
    @Nullable String query,
    @Nullable String authority,
    List<Header> fields,
    InetAddress peer)
    implements Request {

  StatedRequest {
    fields = List.copyOf(fields);
  }

  /**
   * @param url the whole of it, or path and query alone
   * @param headers such as {@code Accept: text/html}; {@code Host} goes before the URL's
   * @throws IllegalArgumentException if the URL or a header is none; the message says what was
   *     expected
   */
  static StatedRequest of(String method, String url, List<String> headers, InetAddress peer) {
    int start = url.startsWith("/") ? 0 : afterScheme(url);
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String target = url.substring(end).replaceFirst("#.*", "");
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    List<Header> fields = headers.stream().map(StatedRequest::field).toList();
    String host = first("host", fields);
    return new StatedRequest(
        method,
        path.isEmpty() ? "/" : path,
        question < 0 ? null : target.substring(question + 1),
        host != null || start == end ? host : url.substring(start, end),
        fields,
        peer);
  }

  @Override
  public @Nullable String header(String name) {
    return first(name, fields);
  }

  @Override
  public List<String> headers(String name) {
    List<String> values = new ArrayList<>();
    for (Header field : fields) {
      if (field.name().equals(name)) {
        values.add(field.value());
      }
    }
    return values;
  }

  @Override
  public boolean isWebSocketUpgrade() {
    String upgrade = header("upgrade");
    return "GET".equals(method) && "websocket".equalsIgnoreCase(upgrade);
  }

  private static int afterScheme(String url) {
    int colon = url.indexOf("://");
    if (colon < 1) {
      throw new IllegalArgumentException(
          "Expected a URL such as http://host/path, or a path: " + url + ".");
    }
    return colon + 3;
  }

  private static Header field(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("Expected a header such as 'Name: value': " + text + ".");
    }
    return new Header(
        text.substring(0, colon).strip().toLowerCase(Locale.ROOT),
        text.substring(colon + 1).strip());
  }

  private static @Nullable String first(String name, List<Header> fields) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .map(Header::value)
        .findFirst()
        .orElse(null);
  }
}
