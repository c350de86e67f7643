package dev.vorota.adapters.out.gateway.cache;

import dev.vorota.gateway.http.Fields;
import dev.vorota.gateway.http.Header;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a head and those that were added to it on its way here. */
record MoreFields(Fields head, List<Header> added) implements Fields {

  @Override
  public @Nullable String header(String name) {
    String first = head.header(name);
    return first == null && !added.isEmpty()
        ? headers(name).stream().findFirst().orElse(null)
        : first;
  }

  @Override
  public List<String> headers(String name) {
    List<String> values = new ArrayList<>(head.headers(name));
    for (Header each : added) {
      if (each.name().equals(name)) {
        values.add(each.value());
      }
    }
    return values;
  }
}
