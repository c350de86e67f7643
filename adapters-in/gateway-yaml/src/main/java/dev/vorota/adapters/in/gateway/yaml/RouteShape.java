package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import java.util.List;

/** What a route may hold. */
final class RouteShape {

  static final String FORWARD = "forward";
  static final String RESPOND = "respond";
  static final String REDIRECT = "redirect";
  static final String FILES = "files";

  static final Shape.Section ROUTE =
      new Shape.Section(
          "route",
          "What is done with the requests that match. Of the routes that match, the one with the"
              + " higher priority is taken, then the one that says more of the host, then of the"
              + " path, then the first.",
          List.of(FORWARD, RESPOND, REDIRECT, FILES),
          RouteShape::keys);

  private static final int PRIORITIES = 1_000_000;

  private static final Shape.Section ACCESS =
      GatewayShape.section("access", "Which token a request needs.", RouteShape::access);

  private static final Shape.Section HEADERS =
      GatewayShape.section(
          "header changes",
          "How the header fields of a message are changed: removed, then set, then added."
              + " Names are in any case.",
          RouteShape::headers);

  private RouteShape() {}

  private static List<Key> keys() {
    return List.of(
        Key.required("id", GatewayShape.NAME, "Names the route in metrics, logs and here."),
        Key.usually(
            "priority",
            "0",
            new Shape.Whole(-PRIORITIES, PRIORITIES, ""),
            "Higher goes first where several routes match."),
        Key.required("match", MatchShape.MATCH, "Which requests the route takes."),
        Key.required(
            "access",
            new Shape.Shorthand(Shape.Choice.of("public"), ACCESS),
            "Whom the route lets pass."),
        Key.optional(
            "limit",
            GatewayShape.LIMIT_NAME,
            "The limit that its requests draw from; where there is none, they are not limited."),
        Key.optional("request_headers", HEADERS, "Changes of the request; with `forward` only."),
        Key.optional("response_headers", HEADERS, "Changes of the response, whoever gives it."),
        Key.optional(FORWARD, ActionShapes.FORWARD, "Sends the request to an upstream."),
        Key.optional(RESPOND, ActionShapes.RESPOND, "Answers with what is given here."),
        Key.optional(REDIRECT, ActionShapes.REDIRECT, "Sends the client elsewhere."),
        Key.optional(FILES, ActionShapes.FILES, "Answers with a file."));
  }

  private static List<Key> access() {
    return List.of(
        Key.required("audience", Shape.Text.of("a text"), "What the token's `aud` must hold."),
        Key.usually(
            "token",
            "authorization",
            Shape.Choice.of("authorization", "websocket_protocol"),
            "Where the token is: `Authorization: Bearer …`, or a WebSocket subprotocol `bearer.…`."));
  }

  private static List<Key> headers() {
    Shape.Named fields =
        new Shape.Named(MatchShape.FIELD, Shape.Text.of("the value of a header field"));
    return List.of(
        Key.optional("set", fields, "Fields that replace those of their names."),
        Key.optional("add", fields, "Fields beside those of their names."),
        Key.optional(
            "remove",
            new Shape.Many(MatchShape.FIELD, Shape.Many.Writing.OR_ONE, 0),
            "Fields that are taken out."));
  }
}
