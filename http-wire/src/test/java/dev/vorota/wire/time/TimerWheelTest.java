package dev.vorota.wire.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The wheel lets timers expire like a list of times would, within two ticks. */
class TimerWheelTest {

  private static final long MILLI = 1_000_000;
  private static final int TIMERS = 8;

  private final AtomicLong now = new AtomicLong(-77);
  private @Nullable Runnable next;
  private final TimerWheel wheel = new TimerWheel(now::get, task -> next = task);

  /** What is done: a timer is set or called off, or time passes, all in one go. */
  record Step(int timer, int kind, long millis) {}

  @Property
  void expiresNeverEarlyAndAtMostTwoTicksLate(@ForAll("steps") List<Step> steps) {
    List<Watched> timers = new ArrayList<>();
    for (int i = 0; i < TIMERS; i++) {
      timers.add(new Watched());
    }
    for (Step step : steps) {
      Watched timer = timers.get(step.timer());
      switch (step.kind()) {
        case 0 -> timer.start(step.millis());
        case 1 -> timer.stop();
        default -> {
          now.addAndGet(step.millis() * MILLI);
          runDue();
          timers.forEach(Watched::check);
        }
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, TIMERS - 1),
            Arbitraries.integers().between(0, 4),
            Arbitraries.oneOf(
                Arbitraries.longs().between(0, 50),
                Arbitraries.longs().between(0, 1_000),
                Arbitraries.longs().between(9_000, 40_000)))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  @Test
  void runsNothingWhileNoTimerIsSet() {
    Watched timer = new Watched();
    assertThat(next).isNull();
    timer.start(10);
    assertThat(next).isNotNull();
    timer.stop();
    now.addAndGet(10 * MILLI);
    runDue();
    assertThat(next).isNull();
  }

  @Test
  void letsATimerThatExpiresCallOffAnother() {
    Watched other = new Watched();
    Timer first =
        new Timer() {
          @Override
          protected void expired() {
            other.stop();
          }
        };
    wheel.set(first, 10 * MILLI);
    other.start(10);
    now.addAndGet(1_000 * MILLI);
    runDue();
    other.check();
    assertThat(first.isSet()).isFalse();
  }

  @Test
  void letsATimerThatExpiresSetItselfAnew() {
    List<Long> times = new ArrayList<>();
    Timer again =
        new Timer() {
          @Override
          protected void expired() {
            times.add(now.get());
            wheel.set(this, 100 * MILLI);
          }
        };
    wheel.set(again, 100 * MILLI);
    now.addAndGet(5_000 * MILLI);
    runDue();
    assertThat(times).hasSize(1);
    now.addAndGet(99 * MILLI);
    runDue();
    assertThat(times).hasSize(1);
    now.addAndGet(21 * MILLI);
    runDue();
    assertThat(times).hasSize(2);
  }

  @Test
  void outlivesATimerThatFails() {
    Watched other = new Watched();
    wheel.after(
        10 * MILLI,
        () -> {
          throw new IllegalStateException("this timer is broken.");
        });
    other.start(10);
    now.addAndGet(20 * MILLI);
    assertThatIllegalStateException().isThrownBy(this::runDue);
    now.addAndGet(9 * MILLI);
    runDue();

    assertThat(other.isSet()).isFalse();
  }

  private void runDue() {
    Runnable task = next;
    next = null;
    if (task != null) {
      task.run();
    }
  }

  private final class Watched extends Timer {

    private long dueNanos;
    private boolean expected;

    void start(long millis) {
      expected = true;
      dueNanos = now.get() + millis * MILLI;
      wheel.set(this, millis * MILLI);
    }

    void stop() {
      expected = false;
      cancel();
    }

    void check() {
      assertThat(isSet()).isEqualTo(expected);
      assertThat(expected && now.get() - dueNanos >= 2 * TimerWheel.TICK_MILLIS * MILLI).isFalse();
    }

    @Override
    protected void expired() {
      assertThat(expected).isTrue();
      assertThat(now.get()).isGreaterThanOrEqualTo(dueNanos);
      expected = false;
    }
  }
}
