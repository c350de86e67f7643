package dev.vorota.adapters.in.gateway.yaml.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A section and all within it as tables in Markdown. */
public final class Reference {

  private Reference() {}

  /**
   * The tables as text.
   *
   * @param root what a document is
   */
  public static String of(Shape.Section root) {
    StringBuilder text = new StringBuilder();
    Map<Set<String>, Shape.Section> told = new HashMap<>();
    for (Shape.Section section : root.all()) {
      head(section, text);
      Shape.Section alike = told.putIfAbsent(section.byName().keySet(), section);
      if (alike == null) {
        table(section, text);
      } else {
        text.append("\nThe keys are those of ")
            .append(link(alike))
            .append("; none must be there.\n");
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void head(Shape.Section section, StringBuilder text) {
    text.append("### ").append(section.name()).append("\n\n").append(section.about()).append('\n');
    if (!section.oneOf().isEmpty()) {
      text.append("Exactly one of `")
          .append(String.join("`, `", section.oneOf()))
          .append("` must be there.\n");
    }
  }

  private static void table(Shape.Section section, StringBuilder text) {
    text.append("\n| key | value | usual | what |\n|---|---|---|---|\n");
    for (Key key : section.keys().get()) {
      text.append("| `").append(key.name()).append("` | ").append(cell(words(key.shape())));
      text.append(" | ").append(usual(key)).append(" | ").append(cell(key.about())).append(" |\n");
    }
  }

  private static String usual(Key key) {
    if (key.required()) {
      return "required";
    }
    return key.usual() == null ? "" : "`" + key.usual() + "`";
  }

  private static String words(Shape shape) {
    return switch (shape) {
      case Shape.Choice(var words) -> "`" + String.join("`, `", words) + "`";
      case Shape.Scalar scalar -> scalar.expected();
      case Shape.Section section -> link(section);
      case Shape.Named(var name, var value) -> name.expected() + " → " + words(value);
      case Shape.Shorthand(var scalar, var section) -> words(scalar) + " or " + link(section);
      case Shape.Many(var item, var writing, _) ->
          switch (writing) {
            case LIST -> "list of: " + words(item);
            case OR_ONE -> words(item) + ", or a list";
            case OR_COMMAS -> words(item) + ", or a list, or several with commas";
          };
    };
  }

  private static String link(Shape.Section section) {
    return "[" + section.name() + "](#" + section.name().replace(' ', '-') + ")";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
