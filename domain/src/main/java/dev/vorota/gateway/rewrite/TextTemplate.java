package dev.vorota.gateway.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A text with named gaps, such as {@code /v2/{id}}. */
public final class TextTemplate {

  private static final String EXPECTED = "text with variables in braces, such as /v2/{id}";

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
   * @throws IllegalArgumentException if a brace stands alone or a name is empty; the message says
   *     what was expected
   */
  public static TextTemplate parse(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf('{', from);
      int end = open < 0 ? text.length() : open;
      if (text.substring(from, end).contains("}")) {
        throw malformed(text);
      }
      if (end > from) {
        parts.add(new Part.Text(text.substring(from, end)));
      }
      from = end;
      if (open >= 0) {
        int close = text.indexOf('}', open);
        if (close <= open + 1 || text.substring(open + 1, close).contains("{")) {
          throw malformed(text);
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

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException("Expected " + EXPECTED + ": " + text + ".");
  }
}
