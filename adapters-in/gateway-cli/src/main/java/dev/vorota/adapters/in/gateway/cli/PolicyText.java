package dev.vorota.adapters.in.gateway.cli;

import dev.vorota.gateway.resilience.BreakerPolicy;
import dev.vorota.gateway.resilience.ConcurrencyPolicy;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.HedgePolicy;
import dev.vorota.gateway.resilience.Priority;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.Timeouts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** How a route bears with an upstream that fails, in words; each with what it is about. */
final class PolicyText {

  private final BiConsumer<String, String> lines;

  PolicyText(BiConsumer<String, String> lines) {
    this.lines = lines;
  }

  void print(ForwardPolicy policy, @Nullable ConcurrencyPolicy concurrency) {
    lines.accept("timeouts", timeouts(policy.timeouts()));
    lines.accept("retries", retries(policy.retries()));
    HedgePolicy hedge = policy.hedge();
    if (hedge != null) {
      lines.accept("hedge", "a second endpoint after " + time(hedge.delay()));
    }
    BreakerPolicy breaker = policy.breaker();
    if (breaker != null) {
      lines.accept("breaker", breaker(breaker));
    }
    if (concurrency != null) {
      lines.accept("at once", concurrency(concurrency));
    }
    if (policy.priority() != Priority.NORMAL) {
      lines.accept("priority", word(policy.priority()));
    }
    if (policy.deadlineField() != null) {
      lines.accept("deadline", "in " + policy.deadlineField());
    }
  }

  private static String timeouts(Timeouts timeouts) {
    return String.format(
        Locale.ROOT,
        "connect %s, first octet %s, idle %s, tunnel %s, total %s",
        time(timeouts.connect()),
        time(timeouts.firstByte()),
        time(timeouts.idle()),
        time(timeouts.tunnel()),
        timeouts.total() == null ? "none" : time(timeouts.total()));
  }

  private static String retries(RetryPolicy retries) {
    List<String> causes = new ArrayList<>();
    for (RetryPolicy.Cause cause : RetryPolicy.Cause.values()) {
      if (cause != RetryPolicy.Cause.STATUS && retries.on().contains(cause)) {
        causes.add(word(cause));
      }
    }
    retries.statuses().stream().sorted().forEach(status -> causes.add(status.toString()));
    return retries.retries() == 0 || causes.isEmpty()
        ? "none"
        : "up to " + retries.retries() + " after " + String.join(", ", causes);
  }

  private static String breaker(BreakerPolicy breaker) {
    return String.format(
        Locale.ROOT,
        "open for %s where %d %% of %,d or more fail within %s; then %,d probes",
        time(breaker.open()),
        breaker.percent(),
        breaker.minimum(),
        time(breaker.window()),
        breaker.probes());
  }

  private static String concurrency(ConcurrencyPolicy concurrency) {
    return String.format(
        Locale.ROOT,
        "%s%,d; %,d wait for up to %s",
        concurrency.adaptive() ? "as many as it answers quickly, up to " : "",
        concurrency.limit(),
        concurrency.queue(),
        time(concurrency.queueTime()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String time(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }
}
