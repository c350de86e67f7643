package dev.vorota.gateway.rewrite;

import dev.vorota.gateway.http.CanonicalPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A text with named gaps, such as {@code /v2/{id}}. */
public final class TextTemplate {

  private static final String EXPECTED = "text with variables in braces, such as /v2/{id}";
  private static final String PATH_EXPECTED =
      "a path with variables in braces, such as /v2/{id}, without a query, dot segments or empty"
          + " segments";
  private static final String ADDRESS_EXPECTED =
      "an address of visible ASCII characters, which may have variables such as /new/{id}";

  private sealed interface Part {

    record Text(String text) implements Part {}

    record Variable(String name) implements Part {}
  }

  private final String text;
  private final List<Part> parts;

  private TextTemplate(String text, List<Part> parts) {
    this.text = text;
    this.parts = parts;
  }

  /**
   * A template for a path, written as people write paths. What it makes is in the canonical form if
   * what the variables stand for is, and is not empty.
   *
   * @throws IllegalArgumentException if it could make something else; the message says what was
   *     expected
   */
  public static TextTemplate path(String text) {
    TextTemplate template = parse(text);
    List<Part> parts = new ArrayList<>();
    StringBuilder sample = new StringBuilder();
    for (Part part : template.parts) {
      parts.add(part instanceof Part.Text(var literal) ? canonical(literal, text) : part);
      sample.append(parts.getLast() instanceof Part.Text(var literal) ? literal : "x");
    }
    if (!text.startsWith("/") || CanonicalPath.of(sample.toString()) == null) {
      throw malformed(PATH_EXPECTED, text);
    }
    return new TextTemplate(text, List.copyOf(parts));
  }

  /**
   * A template for the value of a {@code Location} (RFC 9110, section 10.2.2).
   *
   * @throws IllegalArgumentException if it is empty or can't stand in a head; the message says what
   *     was expected
   */
  public static TextTemplate address(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw malformed(ADDRESS_EXPECTED, text);
    }
    return parse(text);
  }

  /** With a neighbour on both sides, so that the dots of {@code /a..{id}} are no segment. */
  private static Part canonical(String literal, String text) {
    String path = CanonicalPath.written("/x" + literal + "x");
    if (path == null) {
      throw malformed(PATH_EXPECTED, text);
    }
    return new Part.Text(path.substring(2, path.length() - 1));
  }

  private static TextTemplate parse(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf('{', from);
      int end = open < 0 ? text.length() : open;
      if (text.substring(from, end).contains("}")) {
        throw malformed(EXPECTED, text);
      }
      if (end > from) {
        parts.add(new Part.Text(text.substring(from, end)));
      }
      from = end;
      if (open >= 0) {
        int close = text.indexOf('}', open);
        if (close <= open + 1 || text.substring(open + 1, close).contains("{")) {
          throw malformed(EXPECTED, text);
        }
        parts.add(new Part.Variable(text.substring(open + 1, close)));
        from = close + 1;
      }
    }
    return new TextTemplate(text, List.copyOf(parts));
  }

  /** The names of its variables. */
  public Set<String> variables() {
    return parts.stream()
        .filter(Part.Variable.class::isInstance)
        .map(part -> ((Part.Variable) part).name())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The text with its gaps filled; one that has no value becomes empty.
   *
   * @param values as they are to stand in the text, encoded already
   */
  public String render(Map<String, String> values) {
    StringBuilder out = new StringBuilder(text.length() + 32);
    for (Part part : parts) {
      switch (part) {
        case Part.Text(var literal) -> out.append(literal);
        case Part.Variable(var name) -> out.append(values.getOrDefault(name, ""));
      }
    }
    return out.toString();
  }

  /** The template as it was written. */
  @Override
  public String toString() {
    return text;
  }

  private static IllegalArgumentException malformed(String expected, String text) {
    return new IllegalArgumentException("Expected " + expected + ": " + text + ".");
  }
}
