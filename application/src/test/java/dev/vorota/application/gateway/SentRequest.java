package dev.vorota.application.gateway;

import dev.vorota.gateway.http.Request;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as a test sends it. */
record SentRequest(String method, String target, Map<String, String> fields) implements Request {

  static SentRequest get(String target) {
    return new SentRequest("GET", target, Map.of());
  }

  SentRequest with(String name, String value) {
    return new SentRequest(method, target, Map.of(name, value));
  }

  @Override
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  @Override
  public @Nullable String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? null : target.substring(mark + 1);
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
