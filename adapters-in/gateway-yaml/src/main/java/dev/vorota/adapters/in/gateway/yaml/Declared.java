package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Things that a document declares under names, for others to name them.
 *
 * @param <T> what they are
 */
final class Declared<T> {

  private final String what;
  private final Problems problems;
  private final Map<String, @Nullable T> all = new LinkedHashMap<>();

  /**
   * @param what one of them in words, with its article
   */
  Declared(String what, Problems problems) {
    this.what = what;
    this.problems = problems;
  }

  /**
   * @param thing null where it is declared, but not well
   */
  void put(String name, @Nullable T thing) {
    all.put(name, thing);
  }

  /** Those that are declared well. */
  Map<String, T> whole() {
    Map<String, T> whole = new LinkedHashMap<>();
    all.forEach(
        (name, thing) -> {
          if (thing != null) {
            whole.put(name, thing);
          }
        });
    return whole;
  }

  /** What the text names, or null. */
  @Nullable T find(Given.@Nullable Text name) {
    if (name == null) {
      return null;
    }
    if (!all.containsKey(name.text())) {
      name.refuse(problems, "expected the name of " + what + " (" + names() + ")");
    }
    return all.get(name.text());
  }

  private String names() {
    return all.isEmpty() ? "none is declared" : String.join(", ", List.copyOf(all.keySet()));
  }
}
