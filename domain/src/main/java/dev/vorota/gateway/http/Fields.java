package dev.vorota.gateway.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header fields of a message. */
public interface Fields {

  /**
   * The value of the first field of this name, or null where there is none.
   *
   * @param name in lower case
   */
  @Nullable String header(String name);

  /**
   * The values of all fields of this name, in their order.
   *
   * @param name in lower case
   */
  List<String> headers(String name);
}
