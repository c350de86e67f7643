package dev.vorota.gateway.routing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a value of a field, a query parameter or a cookie must be. Each test takes time in
 * proportion to the value's length, whoever wrote it.
 */
public sealed interface ValueTest {

  boolean test(String value);

  /** Whether one of the values is as it must be. */
  default boolean testAny(List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (test(values.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Any value. */
  record Present() implements ValueTest {

    @Override
    public boolean test(String value) {
      return true;
    }

    @Override
    public String toString() {
      return "present";
    }
  }

  /** Where in the value a text is looked for. */
  enum Place {
    WHOLE,
    START,
    END,
    ANYWHERE
  }

  /** A text at a place. */
  record Text(Place place, String text, boolean ignoreCase) implements ValueTest {

    @Override
    public boolean test(String value) {
      int spare = value.length() - text.length();
      return switch (place) {
        case WHOLE -> spare == 0 && at(value, 0);
        case START -> spare >= 0 && at(value, 0);
        case END -> spare >= 0 && at(value, spare);
        case ANYWHERE ->
            ignoreCase
                ? value.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
                : value.contains(text);
      };
    }

    private boolean at(String value, int from) {
      return value.regionMatches(ignoreCase, from, text, 0, text.length());
    }

    @Override
    public String toString() {
      String what =
          switch (place) {
            case WHOLE -> "equal to ";
            case START -> "starting with ";
            case END -> "ending with ";
            case ANYWHERE -> "containing ";
          };
      return what + '"' + text + '"' + (ignoreCase ? " in any case" : "");
    }
  }

  /** One of several values. */
  record OneOf(Set<String> values, boolean ignoreCase) implements ValueTest {

    public OneOf {
      values =
          ignoreCase
              ? values.stream()
                  .map(value -> value.toLowerCase(Locale.ROOT))
                  .collect(Collectors.toUnmodifiableSet())
              : Set.copyOf(values);
    }

    @Override
    public boolean test(String value) {
      return values.contains(ignoreCase ? value.toLowerCase(Locale.ROOT) : value);
    }

    @Override
    public String toString() {
      return "one of "
          + values.stream().sorted().collect(Collectors.joining(", "))
          + (ignoreCase ? " in any case" : "");
    }
  }
}
