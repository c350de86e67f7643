package dev.vorota.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** The budget beside a plain model that remembers when everything was. */
class RetryBudgetModelTest {

  private static final long SECOND = 1_000_000_000L;

  /**
   * @param millis how long after what was before
   * @param request whether a request comes, or else a retry
   */
  record Event(long millis, boolean request) {}

  @Property
  void allowsWhatTheModelAllows(
      @ForAll("policies") RetryBudgetPolicy policy, @ForAll("events") List<Event> events) {
    AtomicLong clock = new AtomicLong(-5 * SECOND);
    RetryBudget budget = new RetryBudget(policy, clock::get);
    List<Long> requests = new ArrayList<>();
    List<Long> retries = new ArrayList<>();
    long start = clock.get();
    for (Event event : events) {
      long second = (clock.addAndGet(event.millis() * 1_000_000) - start) / SECOND;
      if (event.request()) {
        budget.requested();
        requests.add(second);
        continue;
      }
      long allowed =
          Math.max(lately(requests, second) * policy.percent() / 100, 10L * policy.perSecond());
      boolean expected = lately(retries, second) < allowed;
      assertThat(budget.take()).isEqualTo(expected);
      if (expected) {
        retries.add(second);
      }
    }
  }

  @Test
  void boundsTheLoadOfAServiceThatAlwaysFails() {
    AtomicLong clock = new AtomicLong();
    RetryBudget budget = new RetryBudget(RetryBudgetPolicy.DEFAULTS, clock::get);
    int requests = 100_000;
    int retries = 0;
    for (int i = 0; i < requests; i++) {
      clock.addAndGet(1_000_000);
      budget.requested();
      for (int retry = 0; retry < 2 && budget.take(); retry++) {
        retries++;
      }
    }

    assertThat(retries).isBetween(requests / 10, requests / 5);
  }

  @Provide
  Arbitrary<RetryBudgetPolicy> policies() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 100), Arbitraries.integers().between(0, 2))
        .as(RetryBudgetPolicy::new);
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<Long> pauses =
        Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.longs().between(0, 300)),
            Tuple.of(1, Arbitraries.longs().between(0, 30_000)));
    return Combinators.combine(pauses, Arbitraries.of(true, true, false))
        .as(Event::new)
        .list()
        .ofMaxSize(300);
  }

  private static long lately(List<Long> seconds, long now) {
    return seconds.stream().filter(second -> second > now - 10).count();
  }
}
