package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** What may be done with a request. */
final class ActionShapes {

  static final Shape.Section FORWARD =
      GatewayShape.section(
          "forward",
          "Sends the request to an upstream; either `path`, or `strip_prefix` and `add_prefix`, say"
              + " what becomes of its path.",
          ActionShapes::forward);

  static final Shape.Section RESPOND =
      GatewayShape.section("respond", "Answers with what is given here.", ActionShapes::respond);

  static final Shape.Section REDIRECT =
      GatewayShape.section("redirect", "Sends the client elsewhere.", ActionShapes::redirect);

  static final Shape.Section FILES =
      new Shape.Section(
          "files", "Answers with a file.", List.of("pages", "folder"), ActionShapes::files);

  private static final Shape.Text PREFIX =
      Shape.Text.of("a path prefix such as /service, without a slash at its end");

  private ActionShapes() {}

  private static List<Key> forward() {
    List<Key> keys = new ArrayList<>(target());
    keys.addAll(PolicyShape.keys());
    return keys;
  }

  private static List<Key> target() {
    return List.of(
        Key.required(
            "upstream", Shape.Text.of("the name of an upstream"), "Where the request is sent."),
        Key.optional("strip_prefix", PREFIX, "What is taken off the front of the path."),
        Key.optional("add_prefix", PREFIX, "What is put before the path, after stripping."),
        Key.optional(
            "path",
            Shape.Text.of("a path with variables in braces, such as /v2/{id}"),
            "The path anew, from the variables of the match."),
        Key.usually(
            "host",
            "upstream",
            Shape.Text.of("upstream, client or a host"),
            "What the service is asked for: the endpoint's address (`upstream`), what the client"
                + " asked for (`client`), or a name."),
        Key.optional(
            "compress",
            CompressionShape.COMPRESS,
            "Whether answers are compressed for clients that take it, and which."),
        Key.optional(
            "cache", CacheShape.CACHE, "Whether responses are kept and used again, and how."));
  }

  private static List<Key> respond() {
    return List.of(
        Key.usually("status", "200", new Shape.Whole(200, 599, ""), "The status."),
        Key.optional(
            "headers",
            new Shape.Named(MatchShape.FIELD, Shape.Text.of("the value of a header field")),
            "The header fields; `content-type` is `text/plain; charset=utf-8` where a body has"
                + " none."),
        Key.optional("body", Shape.Text.of("a text"), "The body."));
  }

  private static List<Key> redirect() {
    return List.of(
        Key.required(
            "to",
            Shape.Text.of("an address, which may have variables such as /new/{id}"),
            "The new address; it may use the variables of the match, `{path}` and `{host}`."),
        Key.usually("status", "308", new Shape.Whole(301, 308, ""), "301, 302, 303, 307 or 308."),
        Key.usually("keep_query", "true", new Shape.Flag(), "Whether the query goes along."));
  }

  private static List<Key> files() {
    return List.of(
        Key.optional(
            "pages",
            Shape.Text.of("the name of pages that are built in"),
            "Pages that are built in: `chat`."),
        Key.optional("folder", Shape.Text.of("a folder"), "A folder, from that of the document."),
        Key.optional(
            "strip_prefix", PREFIX, "What is taken off the path before a file is looked for."),
        Key.optional(
            "fallback",
            Shape.Text.of("the path of a file, such as /index.html"),
            "The file that answers where there is none; with `folder` only."));
  }
}
