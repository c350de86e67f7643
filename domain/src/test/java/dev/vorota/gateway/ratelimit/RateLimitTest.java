package dev.vorota.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

  @Test
  void roundsPermitsUpSoThatTheRateIsNeverExceeded() {
    assertThat(new RateLimit("user", 3, 1).permitNanos()).isEqualTo(333_333_334);
    assertThat(new RateLimit("user", 10, 1).permitNanos()).isEqualTo(100_000_000);
  }

  @Test
  void roundsTheWindowUpToSeconds() {
    assertThat(new RateLimit("user", 10, 10).windowSeconds()).isEqualTo(1);
    assertThat(new RateLimit("user", 10, 11).windowSeconds()).isEqualTo(2);
    assertThat(new RateLimit("user", 1_000, 1).windowSeconds()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "quo\"te", "naïve", "a\r\nb"})
  void refusesNamesThatWouldNeedEscaping(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateLimit(name, 1, 1))
        .withMessage("name must be 1 to 64 of letters, digits, '.', '_' and '-': " + name + ".");
  }

  @Test
  void refusesFiguresThatMakeNoLimit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateLimit("user", 0, 1))
        .withMessage("permitsPerSecond must be from 1 to 1,000,000: 0.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateLimit("user", 1_000_001, 1))
        .withMessage("permitsPerSecond must be from 1 to 1,000,000: 1000001.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RateLimit("user", 1, 0))
        .withMessage("burst must be positive: 0.");
  }
}
