package dev.vorota.adapters.in.gateway.yaml.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A section as a JSON Schema (draft 2020-12), which editors complete and check a document with.
 * Each section is a definition of its own. Where something other than any text is expected, a text
 * with a variable in it is allowed as well.
 */
public final class JsonSchema {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final Map<String, Object> A_VARIABLE = Map.of("$ref", "#/$defs/variable");

  private JsonSchema() {}

  /**
   * The schema as text.
   *
   * @param root what a document is
   */
  public static String of(Shape.Section root) {
    Map<String, Object> definitions = new LinkedHashMap<>();
    for (Shape.Section section : root.all()) {
      if (!section.name().equals(root.name())) {
        definitions.put(section.name(), section(section));
      }
    }
    definitions.put(
        "variable",
        object(
            "description", "A text with an environment variable in it.",
            "type", "string",
            "pattern", "\\$\\{"));
    Map<String, Object> schema = object("$schema", DIALECT, "title", root.name());
    schema.putAll(section(root));
    schema.put(
        "patternProperties",
        Map.of("^x-", Map.of("description", "Anything: what anchors are to name.")));
    schema.put("$defs", definitions);
    return JsonText.of(schema);
  }

  private static Map<String, Object> section(Shape.Section section) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Key key : section.keys().get()) {
      Map<String, Object> property = object("description", key.about());
      property.putAll(shape(key.shape()));
      if (key.usual() != null) {
        property.put("default", typed(key.usual(), key.shape()));
      }
      properties.put(key.name(), property);
    }
    Map<String, Object> schema =
        object("description", section.about(), "type", "object", "properties", properties);
    schema.put("additionalProperties", false);
    List<String> required =
        section.keys().get().stream().filter(Key::required).map(Key::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (!section.oneOf().isEmpty()) {
      schema.put(
          "oneOf",
          section.oneOf().stream().map(name -> Map.of("required", List.of(name))).toList());
    }
    return schema;
  }

  private static Map<String, Object> shape(Shape shape) {
    return switch (shape) {
      case Shape.Scalar scalar -> scalar(scalar);
      case Shape.Many many -> many(many);
      case Shape.Named(var name, var value) -> {
        Map<String, Object> schema = object("type", "object");
        schema.put("propertyNames", scalar(name));
        schema.put("additionalProperties", shape(value));
        yield schema;
      }
      case Shape.Shorthand(var scalar, var section) -> anyOf(shape(scalar), shape(section));
      case Shape.Section section -> object("$ref", "#/$defs/" + section.name());
    };
  }

  private static Map<String, Object> scalar(Shape.Scalar scalar) {
    return switch (scalar) {
      case Shape.Text(_, var pattern) when pattern == null ->
          object("type", List.of("string", "number", "boolean"));
      case Shape.Text(_, var pattern) ->
          anyOf(object("type", "string", "pattern", "^(?:" + pattern + ")$"), A_VARIABLE);
      case Shape.Whole(long min, long max, _) ->
          anyOf(object("type", "integer", "minimum", min, "maximum", max), A_VARIABLE);
      case Shape.Time _ ->
          anyOf(object("type", "string", "pattern", "^" + Times.PATTERN + "$"), A_VARIABLE);
      case Shape.Flag _ -> anyOf(object("type", "boolean"), A_VARIABLE);
      case Shape.Choice(var words) -> anyOf(object("enum", words), A_VARIABLE);
    };
  }

  private static Map<String, Object> many(Shape.Many many) {
    Map<String, Object> list = object("type", "array", "items", shape(many.item()));
    if (many.min() > 0) {
      list.put("minItems", (long) many.min());
    }
    return switch (many.writing()) {
      case LIST -> list;
      case OR_ONE -> anyOf(list, shape(many.item()));
      case OR_COMMAS -> anyOf(list, object("type", "string"));
    };
  }

  private static Map<String, Object> anyOf(Object... choices) {
    return object("anyOf", List.of(choices));
  }

  private static Object typed(String text, Shape shape) {
    return switch (shape) {
      case Shape.Whole _ -> Long.valueOf(text);
      case Shape.Flag _ -> Boolean.valueOf(text);
      default -> text;
    };
  }

  /** An object with these members, name and value by turns, in this order. */
  private static Map<String, Object> object(Object... members) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      object.put((String) members[i], members[i + 1]);
    }
    return object;
  }
}
