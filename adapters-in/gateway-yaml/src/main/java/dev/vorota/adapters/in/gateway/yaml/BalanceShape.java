package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import dev.vorota.gateway.balancing.Balancing;
import dev.vorota.gateway.balancing.SlowStart;
import java.time.Duration;
import java.util.List;

/** What may be said of how the endpoints of an upstream share its requests. */
final class BalanceShape {

  static final String ROUND_ROBIN = "round_robin";
  static final String WEIGHTED = "weighted";
  static final String POWER_OF_TWO = "power_of_two";
  static final String LEAST_REQUEST = "least_request";
  static final String CLIENT = "client";
  static final String PATH = "path";

  private static final Shape.Choice STRATEGY =
      Shape.Choice.of(ROUND_ROBIN, WEIGHTED, POWER_OF_TWO, LEAST_REQUEST);

  private static final Shape.Text COOKIE =
      new Shape.Text("the name of a cookie", "[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  private static final Shape.Text COOKIE_PATH =
      new Shape.Text("a path such as / or /app", "/[!-:<-~]*");

  private static final Duration LONGEST_AGE = Duration.ofDays(400);

  private static final Shape.Section HASH =
      new Shape.Section(
          "hash",
          "Requests with the same key go to the same endpoint. When an endpoint goes, only its keys"
              + " move.",
          List.of("header", "cookie", "query", "by"),
          BalanceShape::hash);

  private static final Shape.Section STICKY =
      GatewayShape.section(
          "sticky",
          "A cookie brings a client back to the endpoint that answered it first.",
          BalanceShape::sticky);

  private static final Shape.Section BALANCE =
      new Shape.Section(
          "balance",
          "What decides which endpoint gets a request.",
          List.of("hash", "sticky"),
          BalanceShape::balance);

  private BalanceShape() {}

  /** The keys of an upstream. */
  static List<Key> keys() {
    return List.of(
        Key.optional(
            "balance",
            new Shape.Shorthand(STRATEGY, BALANCE),
            "How its endpoints share the requests: `round_robin` in turn, all alike; `weighted` in"
                + " turn, by weight; `power_of_two`, which is usual, by drawing two by weight and"
                + " taking the one with less to do; `least_request` by taking the one with the"
                + " least to do for its weight."),
        Key.usually(
            "slow_start",
            "0s",
            new Shape.Time(Duration.ZERO, SlowStart.MOST),
            "How long an endpoint that is new or back takes to come to its share, from a tenth of"
                + " it."));
  }

  private static List<Key> balance() {
    return List.of(
        Key.optional("hash", HASH, "By what a request holds."),
        Key.optional("sticky", STICKY, "By where the client was before."));
  }

  private static List<Key> hash() {
    return List.of(
        Key.optional("header", MatchShape.FIELD, "A header field is the key."),
        Key.optional("cookie", COOKIE, "A cookie is the key."),
        Key.optional(
            "query", new Shape.Text("the name of a parameter", ".+"), "A parameter is the key."),
        Key.optional(
            "by",
            Shape.Choice.of(CLIENT, PATH),
            "The key is the address of the client (of an IPv6 address the first 64 bits), or the"
                + " path."),
        Key.usually(
            "most_load",
            Integer.toString(Balancing.Hash.USUAL_LOAD),
            new Shape.Whole(100, Balancing.Hash.MOST_LOAD, "%"),
            "How much an endpoint may have under way, in percent of its share of all; what is more"
                + " goes to the key's next one."),
        Key.usually(
            "otherwise", POWER_OF_TWO, STRATEGY, "What decides where a request has no such key."));
  }

  private static List<Key> sticky() {
    return List.of(
        Key.required("cookie", COOKIE, "What the cookie is called."),
        Key.usually("path", "/", COOKIE_PATH, "Below which path the client sends it."),
        Key.optional(
            "max_age",
            new Shape.Time(Duration.ofSeconds(1), LONGEST_AGE),
            "How long the client keeps it; without it for as long as the client runs."),
        Key.usually(
            "secure", "false", new Shape.Flag(), "Whether the client sends it over TLS only."),
        Key.usually(
            "over",
            POWER_OF_TWO,
            STRATEGY,
            "What decides where there is no cookie, or no such" + " endpoint any more."));
  }
}
