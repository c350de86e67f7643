package dev.vorota.system.upstream;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request as it came over the wire.
 *
 * @param connection the number of the connection that it came on, counted from 1
 * @param headers the lines in their order, names in lower case
 */
public record ReceivedRequest(
    int connection, String method, String target, List<Map.Entry<String, String>> headers) {

  public ReceivedRequest {
    headers = List.copyOf(headers);
  }

  /** All values of this header, in their order. */
  public List<String> all(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equals(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The first value of this header, or null where there is none. */
  public @Nullable String header(String name) {
    return all(name).stream().findFirst().orElse(null);
  }
}
