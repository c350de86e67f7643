package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import dev.vorota.gateway.compression.Compression;
import java.util.List;

/** How a route may ask for its answers to be compressed. */
final class CompressionShape {

  static final Shape COMPRESS =
      new Shape.Shorthand(
          new Shape.Flag(),
          GatewayShape.section(
              "compression",
              "Which answers are compressed for clients that take it. Never one that is coded already,"
                  + " that is partial, or that says `no-transform`.",
              CompressionShape::keys));

  private static final Shape.Text TYPE =
      new Shape.Text(
          "a media type such as text/html, text/* or +json",
          "[A-Za-z0-9.+_/-]*(?:[A-Za-z0-9]|/\\*)");

  private CompressionShape() {}

  private static List<Key> keys() {
    return List.of(
        Key.optional(
            "codings",
            new Shape.Many(Shape.Choice.of("zstd", "br", "gzip"), Shape.Many.Writing.OR_ONE, 1),
            "The codings, the one liked best first; where none are given, zstd, br and gzip."),
        Key.usually(
            "min_length",
            Long.toString(Compression.DEFAULTS.minLength()),
            new Shape.Whole(0, 1 << 30, "octets"),
            "Shorter answers are left as they are."),
        Key.optional(
            "types",
            new Shape.Many(TYPE, Shape.Many.Writing.OR_ONE, 1),
            "The media types; where none are given, those of text, scripts, JSON, XML and SVG."
                + " Add `text/event-stream` for events as well."));
  }
}
