package dev.vorota.gateway.routing;

import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Request;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request whose head is given as text, line by line. */
public record TestArrival(String method, String path, @Nullable String query, List<String> fields)
    implements Arrival, Request {

  public static TestArrival of(String requestLine, String... fields) {
    String[] parts = requestLine.split("[ ?]", 3);
    return new TestArrival(parts[0], parts[1], parts.length > 2 ? parts[2] : null, List.of(fields));
  }

  @Override
  public Request request() {
    return this;
  }

  @Override
  public InetAddress client() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public InetAddress peer() {
    return client();
  }

  @Override
  public @Nullable String authority() {
    return header("host");
  }

  @Override
  public @Nullable String header(String name) {
    return headers(name).stream().findFirst().orElse(null);
  }

  @Override
  public List<String> headers(String name) {
    return fields.stream()
        .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(field -> field.substring(name.length() + 1).strip())
        .toList();
  }

  @Override
  public boolean isWebSocketUpgrade() {
    return false;
  }
}
