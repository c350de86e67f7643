package dev.vorota.adapters.in.gateway.yaml.shape;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a value of a document may be. The check of a document, its JSON Schema and its reference are
 * all made from this. A scalar has the type that its shape asks for, whether it is between
 * quotation marks or not.
 */
public sealed interface Shape {

  /** What is expected, as a phrase. */
  String expected();

  /** A value that is written as one text. */
  sealed interface Scalar extends Shape {}

  /**
   * A text.
   *
   * @param expected what it is, as a phrase with its article
   * @param pattern the regular expression (of Java and of ECMA-262 alike) that the whole of it
   *     matches, or null
   */
  record Text(String expected, @Nullable String pattern) implements Scalar {

    public static Text of(String expected) {
      return new Text(expected, null);
    }
  }

  /**
   * A whole number.
   *
   * @param unit what it counts; empty for nothing
   */
  record Whole(long min, long max, String unit) implements Scalar {

    @Override
    public String expected() {
      return String.format(Locale.ROOT, "a whole number from %,d to %,d", min, max)
          + (unit.isEmpty() ? "" : " (" + unit + ")");
    }
  }

  /**
   * A length of time, written as a whole number and a unit: {@code 250ms}, {@code 2s}, {@code 5m}
   * or {@code 1h}.
   */
  record Time(Duration min, Duration max) implements Scalar {

    @Override
    public String expected() {
      return "a time from " + Times.text(min) + " to " + Times.text(max) + ", such as 250ms or 2s";
    }
  }

  /** True or false. */
  record Flag() implements Scalar {

    @Override
    public String expected() {
      return "true or false";
    }
  }

  /** One of some words. */
  record Choice(List<String> words) implements Scalar {

    public static Choice of(String... words) {
      return new Choice(List.of(words));
    }

    @Override
    public String expected() {
      return words.size() == 1
          ? words.getFirst()
          : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
  }

  /**
   * Several values.
   *
   * @param writing how they may be written besides a list
   * @param min how many there are at least
   */
  record Many(Shape item, Writing writing, int min) implements Shape {

    /** How several values may be written besides a list. */
    public enum Writing {
      /** In no other way. */
      LIST,
      /** One of them alone. */
      OR_ONE,
      /** One text with commas between them; it may be empty. */
      OR_COMMAS
    }

    @Override
    public String expected() {
      return switch (writing) {
        case LIST -> "a list, each item " + item.expected();
        case OR_ONE -> item.expected() + ", or a list of such";
        case OR_COMMAS -> item.expected() + ", or several, as a list or with commas between them";
      };
    }
  }

  /**
   * A value for each of some names that the document chooses.
   *
   * @param name what a name is, as a phrase with its article
   */
  record Named(Text name, Shape value) implements Shape {

    @Override
    public String expected() {
      String each =
          value instanceof Section section ? "the keys of " + section.name() : value.expected();
      return "a mapping from " + name.expected() + " to " + each;
    }
  }

  /** A scalar that stands for a section. */
  record Shorthand(Scalar scalar, Section section) implements Shape {

    @Override
    public String expected() {
      return scalar.expected() + ", or " + section.expected();
    }
  }

  /**
   * A mapping with known keys.
   *
   * @param name what the section is called; unique in a document
   * @param about one sentence
   * @param oneOf keys of which exactly one must be given; empty for none such
   * @param keys given later, so that a section may hold itself
   */
  record Section(String name, String about, List<String> oneOf, Supplier<List<Key>> keys)
      implements Shape {

    @Override
    public String expected() {
      return "a mapping with the keys " + names();
    }

    /** The keys, with commas between them. */
    String names() {
      return String.join(", ", byName().keySet());
    }

    /** This section and all that are within it, each once. */
    List<Section> all() {
      Map<String, Section> sections = new LinkedHashMap<>();
      collect(this, sections);
      return List.copyOf(sections.values());
    }

    private static void collect(Shape shape, Map<String, Section> sections) {
      switch (shape) {
        case Scalar _ -> {}
        case Many many -> collect(many.item(), sections);
        case Named named -> collect(named.value(), sections);
        case Shorthand shorthand -> collect(shorthand.section(), sections);
        case Section section -> {
          if (sections.putIfAbsent(section.name(), section) == null) {
            section.keys().get().forEach(key -> collect(key.shape(), sections));
          }
        }
      }
    }

    /** The keys by their names, in their order. */
    Map<String, Key> byName() {
      Map<String, Key> byName = new LinkedHashMap<>();
      keys.get().forEach(key -> byName.put(key.name(), key));
      return byName;
    }
  }
}
