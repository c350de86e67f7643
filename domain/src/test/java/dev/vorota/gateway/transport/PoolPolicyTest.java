package dev.vorota.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PoolPolicyTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Property
  void sharesOfAllLoopsAreNeverMoreThanTheWhole(
      @ForAll @IntRange(min = 1, max = 100_000) int most,
      @ForAll @IntRange(max = 100_000) int queue,
      @ForAll @IntRange(min = 1, max = 128) int loops) {
    PoolPolicy share = new PoolPolicy(most, queue, MINUTE, MINUTE).shareOf(loops);

    assertThat(share.most()).isPositive();
    assertThat(share.most() * loops).isLessThanOrEqualTo(Math.max(most, loops));
    assertThat(share.queue() * loops).isLessThanOrEqualTo(queue);
  }

  @Property
  void agesDifferByATenthAtMost(@ForAll long random) {
    long age = PoolPolicy.DEFAULTS.ageNanos(random);

    assertThat(age)
        .isBetween(Duration.ofMinutes(54).toNanos() - 1, Duration.ofMinutes(60).toNanos());
  }

  @Test
  void refusesWhatIsNoBound() {
    assertThatThrownBy(() -> new PoolPolicy(0, 0, MINUTE, MINUTE))
        .hasMessage("max must be 1 or more: 0.");
    assertThatThrownBy(() -> new PoolPolicy(1, -1, MINUTE, MINUTE))
        .hasMessage("queue must not be negative: -1.");
    assertThatThrownBy(() -> new PoolPolicy(1, 0, Duration.ZERO, MINUTE))
        .hasMessage("idle must be more than 0: PT0S.");
    assertThatThrownBy(() -> new PoolPolicy(1, 0, MINUTE, Duration.ZERO))
        .hasMessage("max_age must be more than 0: PT0S.");
  }
}
