package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.shape.Key;
import dev.vorota.adapters.in.gateway.yaml.shape.Shape;
import dev.vorota.adapters.in.gateway.yaml.shape.Times;
import dev.vorota.gateway.resilience.Backoff;
import dev.vorota.gateway.resilience.BreakerPolicy;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.Timeouts;
import java.time.Duration;
import java.util.List;

/** What a route may say of how it bears with an upstream that fails. */
final class PolicyShape {

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Shape.Time TIME = new Shape.Time(Duration.ofMillis(1), LONGEST);

  private static final Shape.Section TIMEOUTS =
      GatewayShape.section(
          "timeouts", "How long an exchange with an upstream may take.", PolicyShape::timeouts);

  private static final Shape.Section RETRIES =
      GatewayShape.section(
          "retries",
          "When a request is sent again, to another endpoint where there is one, as far as the"
              + " upstream's retry budget allows. What an endpoint may have begun to carry out is sent"
              + " again only where the method is idempotent: GET, HEAD, OPTIONS, PUT or DELETE.",
          PolicyShape::retries);

  private static final Shape.Section BACKOFF =
      GatewayShape.section(
          "backoff",
          "How long is waited before an endpoint is asked that has just failed: any time up to a"
              + " bound that doubles with each retry.",
          PolicyShape::backoff);

  private static final Shape.Section HEDGE =
      GatewayShape.section(
          "hedge",
          "Asks a second endpoint where the first one is slow; the quicker one answers. Only for"
              + " idempotent requests without a body, and as far as the retry budget allows.",
          PolicyShape::hedge);

  private static final Shape.Section BREAKER =
      GatewayShape.section(
          "breaker",
          "Stops asking an upstream that fails most of the route's requests. After a while a few are"
              + " let through, and decide whether all are.",
          PolicyShape::breaker);

  private PolicyShape() {}

  /** The keys of an action that forwards. */
  static List<Key> keys() {
    return List.of(
        Key.optional("timeouts", TIMEOUTS, "How long an exchange may take."),
        Key.optional("retries", RETRIES, "When a request is sent again."),
        Key.optional("hedge", HEDGE, "When a second endpoint is asked; never where it is absent."),
        Key.optional(
            "breaker", BREAKER, "When the upstream is left alone; never where it is absent."),
        Key.usually(
            "priority",
            "normal",
            Shape.Choice.of("low", "normal", "high"),
            "Whose requests are refused first when the gateway has too much to do; those of `high`"
                + " never are."),
        Key.optional(
            "deadline_header",
            MatchShape.FIELD,
            "The field that tells the upstream how many ms are left; with a `total` timeout."));
  }

  private static List<Key> timeouts() {
    Timeouts usual = Timeouts.DEFAULTS;
    return List.of(
        time("connect", usual.connect(), "Until a connection stands."),
        time(
            "first_byte",
            usual.firstByte(),
            "From the whole request to the first octet of its answer."),
        time("idle", usual.idle(), "Without an octet in either direction."),
        time("tunnel", usual.tunnel(), "The same once it is a WebSocket."),
        Key.optional(
            "total",
            TIME,
            "From the beginning to the whole answer, with everything that is tried in between; as"
                + " long as it takes where it is absent. It ends with the head of a 101."));
  }

  private static List<Key> retries() {
    RetryPolicy usual = RetryPolicy.DEFAULTS;
    return List.of(
        Key.usually(
            "count",
            Integer.toString(usual.retries()),
            new Shape.Whole(0, RetryPolicy.MOST_RETRIES, ""),
            "How many times at most."),
        Key.optional(
            "on",
            new Shape.Many(Shape.Choice.of(PolicyReader.causes()), Shape.Many.Writing.OR_COMMAS, 0),
            "After what: `connect` (no connection could be had, so that nothing was sent),"
                + " `disconnect` (it was lost before the answer began), `first_byte_timeout`;"
                + " `connect, disconnect` where it is absent."),
        Key.optional(
            "statuses",
            new Shape.Many(new Shape.Whole(400, 599, ""), Shape.Many.Writing.OR_ONE, 0),
            "Answers with these are failures as well."),
        Key.optional("backoff", BACKOFF, "How long is waited before."),
        Key.usually(
            "replay_bytes",
            Integer.toString(usual.replayBytes()),
            new Shape.Whole(0, RetryPolicy.MOST_REPLAY_BYTES, "octets"),
            "How long a body may be that is kept to be sent again."));
  }

  private static List<Key> backoff() {
    Backoff usual = Backoff.DEFAULTS;
    return List.of(
        pause("first", usual.first(), "The bound of the first wait; 0s for none."),
        pause("most", usual.most(), "The highest bound."));
  }

  private static List<Key> hedge() {
    return List.of(Key.required("after", TIME, "How long the first endpoint has."));
  }

  private static List<Key> breaker() {
    BreakerPolicy usual = BreakerPolicy.DEFAULTS;
    return List.of(
        Key.usually(
            "failure_percent",
            Integer.toString(usual.percent()),
            new Shape.Whole(1, 100, "%"),
            "The share of failures that is too much: no answer, or a status from 500 up."),
        Key.usually(
            "minimum",
            Integer.toString(usual.minimum()),
            new Shape.Whole(1, BreakerPolicy.MOST_MINIMUM, "requests"),
            "How many there must be in the window."),
        time("window", usual.window(), "How far back requests count."),
        time("open", usual.open(), "How long nothing is asked for."),
        Key.usually(
            "probes",
            Integer.toString(usual.probes()),
            new Shape.Whole(1, BreakerPolicy.MOST_PROBES, "requests"),
            "How many must succeed afterwards."));
  }

  private static Key time(String name, Duration usual, String about) {
    return Key.usually(name, Times.text(usual), TIME, about);
  }

  private static Key pause(String name, Duration usual, String about) {
    return Key.usually(name, Times.text(usual), new Shape.Time(Duration.ZERO, LONGEST), about);
  }
}
