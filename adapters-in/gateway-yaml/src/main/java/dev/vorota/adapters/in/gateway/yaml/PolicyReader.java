package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.resilience.Backoff;
import dev.vorota.gateway.resilience.BreakerPolicy;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.HedgePolicy;
import dev.vorota.gateway.resilience.Priority;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.RetryPolicy.Cause;
import dev.vorota.gateway.resilience.Timeouts;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes how a route bears with an upstream that fails. */
final class PolicyReader {

  private final Problems problems;
  private final Attempt attempt;

  PolicyReader(Problems problems) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
  }

  /** The causes of a retry as documents write them; a status is one where statuses are given. */
  static String[] causes() {
    return Stream.of(Cause.values())
        .filter(cause -> cause != Cause.STATUS)
        .map(cause -> cause.name().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  /** The policy; what is broken of it is as usual, and a problem. */
  ForwardPolicy read(Fields forward) {
    Timeouts timeouts = timeouts(forward.section("timeouts"));
    return new ForwardPolicy(
        timeouts,
        retries(forward.section("retries")),
        hedge(forward.section("hedge")),
        breaker(forward.section("breaker")),
        priority(forward.text("priority")),
        deadline(forward, timeouts));
  }

  private static Timeouts timeouts(@Nullable Fields fields) {
    Timeouts usual = Timeouts.DEFAULTS;
    return fields == null
        ? usual
        : new Timeouts(
            time(fields, "connect", usual.connect()),
            time(fields, "first_byte", usual.firstByte()),
            time(fields, "idle", usual.idle()),
            time(fields, "tunnel", usual.tunnel()),
            fields.time("total"));
  }

  private RetryPolicy retries(@Nullable Fields fields) {
    RetryPolicy usual = RetryPolicy.DEFAULTS;
    if (fields == null) {
      return usual;
    }
    Set<Cause> on = fields.has("on") ? EnumSet.noneOf(Cause.class) : EnumSet.copyOf(usual.on());
    fields
        .texts("on")
        .forEach(cause -> on.add(Cause.valueOf(cause.text().toUpperCase(Locale.ROOT))));
    Set<Integer> statuses = new HashSet<>();
    for (Given status : fields.items("statuses")) {
      if (status instanceof Given.Whole number) {
        statuses.add((int) number.value());
        on.add(Cause.STATUS);
      }
    }
    return new RetryPolicy(
        whole(fields, "count", usual.retries()),
        on,
        statuses,
        backoff(fields.section("backoff")),
        whole(fields, "replay_bytes", usual.replayBytes()));
  }

  private Backoff backoff(@Nullable Fields fields) {
    Backoff usual = Backoff.DEFAULTS;
    if (fields == null) {
      return usual;
    }
    Duration first = time(fields, "first", usual.first());
    Duration most = time(fields, "most", usual.most());
    if (most.compareTo(first) < 0) {
      problems.add(fields.spot(), "expected most to be no shorter than first");
      return usual;
    }
    return new Backoff(first, most);
  }

  private static @Nullable HedgePolicy hedge(@Nullable Fields fields) {
    Duration after = fields == null ? null : fields.time("after");
    return after == null ? null : new HedgePolicy(after);
  }

  private static @Nullable BreakerPolicy breaker(@Nullable Fields fields) {
    BreakerPolicy usual = BreakerPolicy.DEFAULTS;
    return fields == null
        ? null
        : new BreakerPolicy(
            whole(fields, "failure_percent", usual.percent()),
            whole(fields, "minimum", usual.minimum()),
            time(fields, "window", usual.window()),
            time(fields, "open", usual.open()),
            whole(fields, "probes", usual.probes()));
  }

  private static Priority priority(Given.@Nullable Text word) {
    return word == null ? Priority.NORMAL : Priority.valueOf(word.text().toUpperCase(Locale.ROOT));
  }

  private @Nullable String deadline(Fields forward, Timeouts timeouts) {
    Given.Text name = forward.text("deadline_header");
    if (name != null && timeouts.total() == null) {
      name.refuse(problems, "expected timeouts with a total beside it");
      return null;
    }
    return attempt.of(name, HeaderReader::changeable);
  }

  private static Duration time(Fields fields, String key, Duration usual) {
    return Objects.requireNonNullElse(fields.time(key), usual);
  }

  private static int whole(Fields fields, String key, int usual) {
    Given.Whole number = fields.whole(key);
    return number == null ? usual : (int) number.value();
  }
}
