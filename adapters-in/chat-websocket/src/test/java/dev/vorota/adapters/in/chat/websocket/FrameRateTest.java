package dev.vorota.adapters.in.chat.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrameRateTest {

  private final HandClock clock = new HandClock();
  private final FrameRate rate = new FrameRate(20, 40, clock);

  @Test
  void admitsABurstAndThenNoMore() {
    assertThat(admitted(60)).isEqualTo(40);
  }

  @Test
  void admitsTheRateAfterTheBurst() {
    admitted(40);
    clock.pass(Duration.ofMillis(49));
    assertThat(rate.admit()).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(rate.admit()).isTrue();
    assertThat(rate.admit()).isFalse();
  }

  @Test
  void savesNoMoreThanTheBurst() {
    clock.pass(Duration.ofDays(10_000));
    assertThat(admitted(60)).isEqualTo(40);
  }

  @Property
  void neverAdmitsMoreThanBurstAndRate(@ForAll List<@IntRange(max = 2_000) Integer> pausesMillis) {
    HandClock time = new HandClock();
    FrameRate limit = new FrameRate(10, 5, time);
    long admitted = 0;
    long passedMillis = 0;
    for (int pause : pausesMillis) {
      time.pass(Duration.ofMillis(pause));
      passedMillis += pause;
      while (limit.admit()) {
        admitted++;
      }
      assertThat(admitted).isLessThanOrEqualTo(5 + passedMillis / 100);
    }
  }

  @Test
  void refusesARateOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrameRate(0, 40, clock))
        .withMessage("perSecond and burst must be positive: 0, 40.");
  }

  private int admitted(int frames) {
    int admitted = 0;
    for (int i = 0; i < frames; i++) {
      admitted += rate.admit() ? 1 : 0;
    }
    return admitted;
  }
}
