package dev.vorota.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vorota.gateway.resilience.CircuitBreaker.Passage;
import dev.vorota.gateway.resilience.CircuitBreaker.State;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final Duration OPEN = Duration.ofSeconds(5);
  private static final BreakerPolicy POLICY = new BreakerPolicy(50, 10, WINDOW, OPEN, 3);

  private final AtomicLong clock = new AtomicLong(-1_000);

  @Test
  void staysClosedBelowTheMinimum() {
    CircuitBreaker breaker = closed();
    fail(breaker, 9);

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    assertThat(breaker.openNanos()).isZero();
  }

  @Test
  void staysClosedBelowTheShare() {
    CircuitBreaker breaker = closed();
    succeed(breaker, 51);
    fail(breaker, 50);

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void opensAtTheShareAndLetsNothingThrough() {
    CircuitBreaker breaker = closed();
    succeed(breaker, 5);
    fail(breaker, 5);

    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertThat(breaker.enter()).isNull();
    assertThat(breaker.openNanos()).isEqualTo(OPEN.toNanos());
  }

  @Test
  void forgetsWhatIsOlderThanTheWindow() {
    CircuitBreaker breaker = closed();
    fail(breaker, 9);
    pass(WINDOW);
    fail(breaker, 9);

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    fail(breaker, 1);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void remembersWhatIsWithinTheWindow() {
    CircuitBreaker breaker = closed();
    for (int i = 0; i < 9; i++) {
      fail(breaker, 1);
      pass(Duration.ofSeconds(1));
    }
    fail(breaker, 1);

    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void countsNothingThatWasGivenUp() {
    CircuitBreaker breaker = closed();
    for (int i = 0; i < 100; i++) {
      enter(breaker).abandoned();
    }
    fail(breaker, 9);

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void staysOpenForItsTime() {
    CircuitBreaker breaker = open();
    pass(OPEN.minusNanos(1));

    assertThat(breaker.enter()).isNull();
    assertThat(breaker.openNanos()).isEqualTo(1);
  }

  @Test
  void letsSoManyProbesThrough() {
    CircuitBreaker breaker = halfOpen();
    for (int i = 0; i < 3; i++) {
      enter(breaker);
    }

    assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    assertThat(breaker.enter()).isNull();
  }

  @Test
  void closesWhenAllProbesSucceed() {
    CircuitBreaker breaker = halfOpen();
    Passage first = enter(breaker);
    Passage second = enter(breaker);
    Passage third = enter(breaker);
    third.succeeded();
    first.succeeded();
    assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    second.succeeded();

    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    fail(breaker, 9);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void opensAnewWhenAProbeFails() {
    CircuitBreaker breaker = halfOpen();
    enter(breaker).succeeded();
    enter(breaker).failed();

    assertThat(breaker.state()).isEqualTo(State.OPEN);
    assertThat(breaker.openNanos()).isEqualTo(OPEN.toNanos());
  }

  @Test
  void letsAnotherProbeThroughForOneThatWasGivenUp() {
    CircuitBreaker breaker = halfOpen();
    enter(breaker);
    enter(breaker);
    enter(breaker).abandoned();

    enter(breaker);
    assertThat(breaker.enter()).isNull();
  }

  @Test
  void heedsNothingThatComesLate() {
    CircuitBreaker breaker = closed();
    Passage early = enter(breaker);
    fail(breaker, 10);
    early.failed();
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    pass(OPEN);
    Passage probe = enter(breaker);
    early.failed();
    assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    enter(breaker).failed();
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    probe.failed();
    probe.succeeded();

    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void refusesFiguresThatMakeNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BreakerPolicy(0, 10, WINDOW, OPEN, 1))
        .withMessage("percent must be from 1 to 100: 0.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BreakerPolicy(50, 10, Duration.ZERO, OPEN, 1))
        .withMessage("window must be longer than 0: PT0S.");
  }

  private CircuitBreaker closed() {
    return new CircuitBreaker(POLICY, clock::get);
  }

  private CircuitBreaker open() {
    CircuitBreaker breaker = closed();
    fail(breaker, 10);
    return breaker;
  }

  private CircuitBreaker halfOpen() {
    CircuitBreaker breaker = open();
    pass(OPEN);
    return breaker;
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private static Passage enter(CircuitBreaker breaker) {
    return Objects.requireNonNull(breaker.enter());
  }

  private static void succeed(CircuitBreaker breaker, int times) {
    for (int i = 0; i < times; i++) {
      enter(breaker).succeeded();
    }
  }

  private static void fail(CircuitBreaker breaker, int times) {
    for (int i = 0; i < times; i++) {
      enter(breaker).failed();
    }
  }
}
