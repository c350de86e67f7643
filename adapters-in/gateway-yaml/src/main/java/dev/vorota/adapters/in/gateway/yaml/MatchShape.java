package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import java.util.List;

/** What may be asked of a request. */
final class MatchShape {

  static final Shape.Text FIELD =
      new Shape.Text("the name of a header field", "[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  private static final Shape.Text COOKIE = new Shape.Text("the name of a cookie", "[^=;,\\s]+");

  static final String PRESENT = "present";
  static final String ABSENT = "absent";

  static final Shape.Section MATCH =
      GatewayShape.section(
          "match",
          "What a request must be; all of the keys that are given must hold.",
          () -> keys(true));

  private static final Shape.Section CONDITION =
      GatewayShape.section(
          "condition",
          "A part of a match, with the same keys; all that are given must hold.",
          () -> keys(false));

  private static final Shape.Section VALUE =
      new Shape.Section(
          "value",
          "What a value must be; where there are several under one name, one of them.",
          List.of("equals", "prefix", "suffix", "contains", "one_of"),
          MatchShape::value);

  private MatchShape() {}

  private static List<Key> keys(boolean whole) {
    Shape path =
        oneOrMore(Shape.Text.of("a path such as /login, /users/{id}, /files/** or /files/{*rest}"));
    String aboutPath =
        "`/login` is one path; `{id}` and `*` are any one segment; `/**` and `/{*rest}` are what is"
            + " before it and all below.";
    return List.of(
        whole ? Key.required("path", path, aboutPath) : Key.optional("path", path, aboutPath),
        Key.optional(
            "host",
            oneOrMore(Shape.Text.of("a host such as api.example.com or *.example.com")),
            "The host that is asked for, in any case, with any port, and with or without a dot at its"
                + " end."),
        Key.optional(
            "method",
            new Shape.Many(
                new Shape.Text("a method such as GET", "[A-Z][A-Z0-9-]*"),
                Shape.Many.Writing.OR_COMMAS,
                1),
            "The method; `GET` does not stand for `HEAD`."),
        Key.optional("headers", values(FIELD), "Header fields; names in any case."),
        Key.optional("query", values(Shape.Text.of("a parameter")), "Parameters of the query."),
        Key.optional("cookies", values(COOKIE), "Cookies."),
        Key.optional(
            "client",
            new Shape.Many(GatewayShape.ADDRESS, Shape.Many.Writing.OR_COMMAS, 1),
            "The address that the request comes from."),
        Key.optional("any", conditions(), "At least one of these must hold."),
        Key.optional("all", conditions(), "All of these must hold."),
        Key.optional("not", CONDITION, "This must not hold."));
  }

  private static Shape.Many conditions() {
    return new Shape.Many(CONDITION, Shape.Many.Writing.LIST, 1);
  }

  private static Shape.Many oneOrMore(Shape item) {
    return new Shape.Many(item, Shape.Many.Writing.OR_ONE, 1);
  }

  private static Shape.Named values(Shape.Text name) {
    return new Shape.Named(name, new Shape.Shorthand(Shape.Choice.of(PRESENT, ABSENT), VALUE));
  }

  private static List<Key> value() {
    Shape.Text text = Shape.Text.of("a text");
    return List.of(
        Key.optional("equals", text, "The whole value."),
        Key.optional("prefix", text, "How it starts."),
        Key.optional("suffix", text, "How it ends."),
        Key.optional("contains", text, "What is in it."),
        Key.optional("one_of", oneOrMore(text), "The whole value is one of these."),
        Key.usually("ignore_case", "false", new Shape.Flag(), "Whether case does not count."));
  }
}
