package dev.vorota.adapters.in.gateway.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.resilience.Backoff;
import dev.vorota.gateway.resilience.BreakerPolicy;
import dev.vorota.gateway.resilience.ConcurrencyPolicy;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.HedgePolicy;
import dev.vorota.gateway.resilience.Priority;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.RetryPolicy.Cause;
import dev.vorota.gateway.resilience.Timeouts;
import dev.vorota.gateway.routing.Action;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a route and an upstream say of failures. */
class PolicyYamlTest {

  private static final String DOCUMENT =
      """
      upstreams:
        a: {endpoints: "http://127.0.0.1:1"%s}
      routes:
        - id: home
          match: {path: /}
          access: public
          forward: {upstream: a%s}
      """;

  @Test
  void readsEverything() {
    Action.Forward forward =
        forward(
            ", timeouts: {connect: 250ms, first_byte: 3s, idle: 4s, tunnel: 1h, total: 10s},"
                + " retries: {count: 3, on: [connect, first_byte_timeout], statuses: [502, 503],"
                + " backoff: {first: 5ms, most: 1s}, replay_bytes: 100},"
                + " hedge: {after: 80ms},"
                + " breaker: {failure_percent: 30, minimum: 7, window: 1m, open: 2s, probes: 5},"
                + " priority: low, deadline_header: X-Left");

    assertThat(forward.policy())
        .isEqualTo(
            new ForwardPolicy(
                new Timeouts(
                    Duration.ofMillis(250),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(4),
                    Duration.ofHours(1),
                    Duration.ofSeconds(10)),
                new RetryPolicy(
                    3,
                    Set.of(Cause.CONNECT, Cause.FIRST_BYTE_TIMEOUT, Cause.STATUS),
                    Set.of(502, 503),
                    new Backoff(Duration.ofMillis(5), Duration.ofSeconds(1)),
                    100),
                new HedgePolicy(Duration.ofMillis(80)),
                new BreakerPolicy(30, 7, Duration.ofMinutes(1), Duration.ofSeconds(2), 5),
                Priority.LOW,
                "x-left"));
    assertThat(forward.headers().removed()).as("a client's deadline").containsExactly("x-left");
  }

  @Test
  void hasValuesForWhatIsNotGiven() {
    assertThat(forward("").policy()).isEqualTo(ForwardPolicy.DEFAULTS);
    assertThat(forward(", timeouts: {}, retries: {backoff: {}}, priority: normal").policy())
        .isEqualTo(ForwardPolicy.DEFAULTS);
    assertThat(forward(", breaker: {}").policy().breaker()).isEqualTo(BreakerPolicy.DEFAULTS);
    assertThat(forward(", retries: {count: 0}").policy().retries().retries()).isZero();
    assertThat(forward(", retries: {on: []}").policy().retries().on()).isEmpty();
    assertThat(forward(", retries: {statuses: 503}").policy().retries().on())
        .containsExactlyInAnyOrder(Cause.CONNECT, Cause.DISCONNECT, Cause.STATUS);
  }

  @Test
  void readsHowMuchAnUpstreamTakesAtOnce() {
    assertThat(concurrency("")).isNull();
    assertThat(concurrency(", concurrency: {limit: 50}"))
        .isEqualTo(new ConcurrencyPolicy(50, false, 100, Duration.ofSeconds(1)));
    assertThat(concurrency(", concurrency: {limit: 9, adaptive: true, queue: 0, queue_time: 20ms}"))
        .isEqualTo(new ConcurrencyPolicy(9, true, 0, Duration.ofMillis(20)));
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(
            Documents.problems(
                DOCUMENT.formatted(
                    ", concurrency: {queue: 1}",
                    ", deadline_header: x-left, priority: highest, hedge: {},"
                        + " timeouts: {connect: 0ms, total: 5}, breaker: {failure_percent: 101},"
                        + " retries: {count: 11, on: [status], statuses: [200],"
                        + " backoff: {first: 2s, most: 1s}}"),
                Map.of()))
        .map(problem -> problem.substring(problem.indexOf(' ') + 1))
        .containsExactlyInAnyOrder(
            "upstreams.a.concurrency.limit: missing: expected a whole number from 1 to 1,000,000"
                + " (requests)",
            "routes[home].forward.deadline_header: \"x-left\": expected timeouts with a total beside"
                + " it",
            "routes[home].forward.priority: \"highest\": expected low, normal or high",
            "routes[home].forward.hedge.after: missing: expected a time from 1ms to 24h, such as"
                + " 250ms or 2s",
            "routes[home].forward.timeouts.connect: \"0ms\": expected a time from 1ms to 24h, such as"
                + " 250ms or 2s",
            "routes[home].forward.timeouts.total: \"5\": expected a time from 1ms to 24h, such as"
                + " 250ms or 2s",
            "routes[home].forward.breaker.failure_percent: \"101\": expected a whole number from 1 to"
                + " 100 (%)",
            "routes[home].forward.retries.count: \"11\": expected a whole number from 0 to 10",
            "routes[home].forward.retries.on[0]: \"status\": expected connect, disconnect or"
                + " first_byte_timeout",
            "routes[home].forward.retries.statuses[0]: \"200\": expected a whole number from 400 to"
                + " 599",
            "routes[home].forward.retries.backoff: expected most to be no shorter than first");
  }

  private static Action.Forward forward(String more) {
    return (Action.Forward) config("", more).routes().routes().getFirst().action();
  }

  private static @Nullable ConcurrencyPolicy concurrency(String more) {
    return config(more, "").upstreams().getFirst().concurrency();
  }

  private static GatewayConfig config(String upstream, String forward) {
    return Documents.config(DOCUMENT.formatted(upstream, forward), Map.of());
  }
}
