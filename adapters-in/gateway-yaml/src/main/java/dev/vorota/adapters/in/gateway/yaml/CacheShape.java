package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import dev.vorota.adapters.in.gateway.yaml.shape.Times;
import dev.vorota.gateway.cache.CacheLimits;
import dev.vorota.gateway.cache.CachePolicy;
import java.time.Duration;
import java.util.List;

/** How a route may ask for its responses to be kept, and how much all of them may take. */
final class CacheShape {

  static final String ONLY = "only";
  static final String EXCEPT = "except";

  static final Shape.Shorthand CACHE =
      new Shape.Shorthand(
          new Shape.Flag(),
          GatewayShape.section(
              "response cache",
              "How responses are kept and used again, after RFC 9111: what the origin says of a"
                  + " response goes before what is said here.",
              CacheShape::keys));

  static final Shape.Section LIMITS =
      GatewayShape.section("cache", "How much all kept responses may take.", CacheShape::limits);

  private static final Shape.Time TIME = new Shape.Time(Duration.ZERO, Duration.ofDays(365));
  private static final Shape.Text PARAMETER = Shape.Text.of("the name of a parameter");

  private static final Shape.Section KEY =
      GatewayShape.section(
          "cache key",
          "What tells responses from each other beside scheme, host, path, query and what the origin"
              + " names in `Vary`.",
          CacheShape::key);

  private static final Shape.Section QUERY =
      new Shape.Section(
          "cache query",
          "Which parameters of the query count. The others are not sent to the service when a"
              + " response is fetched to be kept.",
          List.of(ONLY, EXCEPT),
          CacheShape::query);

  private CacheShape() {}

  private static List<Key> keys() {
    return List.of(
        Key.usually(
            "default_ttl",
            "0s",
            TIME,
            "For how long a response is fresh where the origin says nothing of it; `0s` for a tenth"
                + " of the time since its `Last-Modified`, up to a day. Errors have none."),
        Key.optional(
            "methods",
            new Shape.Many(Shape.Choice.of("GET", "HEAD"), Shape.Many.Writing.OR_COMMAS, 1),
            "The methods that are answered from what is kept; where none are given, both."),
        Key.usually(
            "max_body",
            Integer.toString(CachePolicy.USUAL_MOST_BODY_BYTES),
            new Shape.Whole(0, 1 << 30, "octets"),
            "Longer bodies are passed on and not kept."),
        Key.usually(
            "stale_while_revalidate",
            "0s",
            TIME,
            "For how long a stale response is served while a new one is fetched (RFC 5861)."),
        Key.usually(
            "stale_if_error",
            "0s",
            TIME,
            "For how long a stale response is served while the service fails (RFC 5861)."),
        Key.usually(
            "wait",
            Times.text(CachePolicy.USUAL_LONGEST_WAIT),
            TIME,
            "For how long a request waits for another one that fetches the same; `0s` for not at"
                + " all."),
        Key.optional("key", KEY, "What tells responses from each other."),
        Key.usually(
            "set_cookie",
            "refuse",
            Shape.Choice.of("refuse", "strip", "keep"),
            "What is done with a response that sets cookies: it is not kept (`refuse`), kept without"
                + " them (`strip`), or kept with them, for all clients (`keep`)."),
        Key.usually(
            "client_directives",
            "true",
            new Shape.Flag(),
            "Whether the `Cache-Control` of a request counts, with which a client may ask for a"
                + " fresh response."));
  }

  private static List<Key> key() {
    return List.of(
        Key.optional(
            "headers",
            new Shape.Many(MatchShape.FIELD, Shape.Many.Writing.OR_ONE, 1),
            "Fields of the request that count."),
        Key.optional("query", QUERY, "Which parameters count; where nothing is said, all do."));
  }

  private static List<Key> query() {
    Shape names = new Shape.Many(PARAMETER, Shape.Many.Writing.OR_ONE, 0);
    return List.of(
        Key.optional(ONLY, names, "Only these count; an empty list for none."),
        Key.optional(EXCEPT, names, "All but these count."));
  }

  private static List<Key> limits() {
    return List.of(
        Key.usually(
            "max_bytes",
            Long.toString(CacheLimits.DEFAULTS.mostBytes()),
            new Shape.Whole(1, 1L << 40, "octets"),
            "Bodies, heads and what finds them; responses that are"
                + " being fetched may take a quarter of it on top."));
  }
}
