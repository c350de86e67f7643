package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.document.Spot;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes what the domain knows from what a document gives; what it refuses becomes a problem. */
final class Attempt {

  private final Problems problems;

  Attempt(Problems problems) {
    this.problems = problems;
  }

  /** What the function makes of the text, or null. */
  <T> @Nullable T of(Given.@Nullable Text given, Function<String, T> function) {
    return given == null ? null : of(given.text(), given.spot(), function);
  }

  /** What the function makes of the value, or null. */
  <T> @Nullable T of(String value, Spot spot, Function<String, T> function) {
    try {
      return function.apply(value);
    } catch (IllegalArgumentException refused) {
      problems.add(spot, value, expectation(refused, value));
      return null;
    }
  }

  /** What the function makes of each text; fewer where it refuses one. */
  <T> List<T> each(List<Given.Text> given, Function<String, T> function) {
    List<T> all = new ArrayList<>();
    for (Given.Text text : given) {
      T one = of(text, function);
      if (one != null) {
        all.add(one);
      }
    }
    return all;
  }

  /** The message without the value, which the problem names itself. */
  private static String expectation(IllegalArgumentException refused, String value) {
    String message = String.valueOf(refused.getMessage());
    String end = ": " + value + ".";
    String phrase =
        message.endsWith(end) ? message.substring(0, message.length() - end.length()) : message;
    return phrase.substring(0, 1).toLowerCase(Locale.ROOT) + phrase.substring(1);
  }
}
