package dev.vorota.gateway.files;

import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Request;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request for a file, with as many fields of a name as the test gives it. */
record FileRequest(String method, String path, @Nullable String query, List<Header> fields)
    implements Request {

  static FileRequest get(String target) {
    return of("GET", target);
  }

  static FileRequest of(String method, String target) {
    int query = target.indexOf('?');
    return query < 0
        ? new FileRequest(method, target, null, List.of())
        : new FileRequest(
            method, target.substring(0, query), target.substring(query + 1), List.of());
  }

  FileRequest with(String name, String value) {
    Stream<Header> more = Stream.of(new Header(name, value));
    return new FileRequest(method, path, query, Stream.concat(fields.stream(), more).toList());
  }

  @Override
  public List<String> headers(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Header::value).toList();
  }

  @Override
  public @Nullable String header(String name) {
    return headers(name).stream().findFirst().orElse(null);
  }

  @Override
  public @Nullable String authority() {
    return "gate";
  }

  @Override
  public InetAddress peer() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public boolean isWebSocketUpgrade() {
    return false;
  }
}
