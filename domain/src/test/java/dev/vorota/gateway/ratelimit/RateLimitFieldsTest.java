package dev.vorota.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitFieldsTest {

  private static final RateLimit LIMIT = new RateLimit("public", 10, 25);

  @Test
  void tellsTheQuotaAndTheSecondsInWhichItComesBack() {
    assertThat(RateLimitFields.policy(LIMIT)).isEqualTo("\"public\";q=25;w=3");
  }

  @Test
  void tellsWhatIsLeft() {
    assertThat(RateLimitFields.state(new Decision(LIMIT, true, 9, 0)))
        .isEqualTo("\"public\";r=9;t=1");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1000000000, 1", "1000000001, 2", "90000000000, 90"})
  void roundsTheWaitUpToWholeSeconds(long retryAfterNanos, String seconds) {
    Decision refused = new Decision(LIMIT, false, 0, retryAfterNanos);

    assertThat(RateLimitFields.retryAfter(refused)).isEqualTo(seconds);
    assertThat(RateLimitFields.state(refused)).isEqualTo("\"public\";r=0;t=" + seconds);
  }
}
