package dev.vorota.adapters.out.upstream.probes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.adapters.out.upstream.probes.CheckSchedule.DueCheck;
import dev.vorota.gateway.balancing.Balancing;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.health.CheckPolicy;
import dev.vorota.gateway.health.HealthPolicy;
import dev.vorota.gateway.health.OutlierPolicy;
import dev.vorota.gateway.health.Question;
import dev.vorota.gateway.resilience.RetryBudgetPolicy;
import dev.vorota.gateway.upstream.Discovery;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.gateway.upstream.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckScheduleTest {

  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final CheckPolicy CHECKS =
      new CheckPolicy(new Question.Connection(), INTERVAL, Duration.ofSeconds(1), 2, 2, true);

  private final AtomicLong now = new AtomicLong(-3);
  private final LiveUpstreams upstreams = new LiveUpstreams(now::get);
  private final CheckSchedule schedule = new CheckSchedule(now::get, new SplittableRandom(1));

  @Test
  void spreadsTheFirstChecksOverASecond() {
    declare("users", 1_000, CHECKS);
    assertThat(due()).hasSizeLessThan(50);
    advance(Duration.ofMillis(500));
    assertThat(due()).hasSizeBetween(400, 600);
    advance(Duration.ofMillis(500));
    due();

    assertThat(due()).isEmpty();
  }

  @Test
  void checksAnEndpointAgainAnIntervalAfterTheLastCheckIsOver() {
    declare("users", 1, CHECKS);
    due();
    advance(Duration.ofSeconds(1));
    DueCheck check = due().getFirst();
    advance(INTERVAL.multipliedBy(5));
    assertThat(due()).as("while one is under way").isEmpty();

    schedule.done(check);
    advance(Duration.ofSeconds(8));
    assertThat(due()).as("before the interval is over, less a tenth").isEmpty();
    advance(Duration.ofSeconds(3));
    assertThat(due()).containsExactly(check);
  }

  @Test
  void forgetsWhatIsGone() {
    declare("users", 1, CHECKS);
    due();
    advance(Duration.ofSeconds(1));
    DueCheck check = due().getFirst();
    declare("orders", 1, CHECKS);
    due();
    schedule.done(check);
    advance(INTERVAL.multipliedBy(2));

    assertThat(due()).extracting(each -> each.endpoint().endpoint().host()).containsOnly("orders");
  }

  @Test
  void checksNothingWhereNothingIsDeclared() {
    declare("users", 3, null);
    advance(INTERVAL);

    assertThat(due()).isEmpty();
  }

  private void declare(String name, int endpoints, @Nullable CheckPolicy checks) {
    List<Member> members =
        IntStream.rangeClosed(1, endpoints)
            .mapToObj(port -> Member.of(new Endpoint(name, port)))
            .toList();
    upstreams.watchOnly(
        List.of(
            new Upstream(
                name,
                members,
                Discovery.DEFAULTS,
                Balancing.usual(),
                new HealthPolicy(checks, OutlierPolicy.OFF),
                RetryBudgetPolicy.DEFAULTS)));
  }

  private List<DueCheck> due() {
    return schedule.due(upstreams.all());
  }

  private void advance(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
