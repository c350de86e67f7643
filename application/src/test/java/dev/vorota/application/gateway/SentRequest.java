package dev.vorota.application.gateway;

import dev.vorota.gateway.http.Request;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as a test sends it. */
record SentRequest(String method, String path, Map<String, String> fields) implements Request {

  static SentRequest get(String path) {
    return new SentRequest("GET", path, Map.of());
  }

  SentRequest with(String name, String value) {
    return new SentRequest(method, path, Map.of(name, value));
  }

  @Override
  public @Nullable String query() {
    return null;
  }

  @Override
  public @Nullable String authority() {
    return "gate";
  }

  @Override
  public @Nullable String header(String name) {
    return fields.get(name);
  }

  @Override
  public List<String> headers(String name) {
    String value = fields.get(name);
    return value == null ? List.of() : List.of(value);
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
