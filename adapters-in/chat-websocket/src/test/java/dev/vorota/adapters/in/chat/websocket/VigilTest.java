package dev.vorota.adapters.in.chat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.adapters.in.chat.websocket.Vigil.Finding;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VigilTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

  private final HandClock clock = new HandClock();
  private final Vigil vigil =
      new Vigil(
          Duration.ofSeconds(25),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          NOW.plusSeconds(900),
          clock);

  @Test
  void findsNothingToDoAtFirst() {
    assertThat(vigil.look(NOW, 0)).isEqualTo(Finding.FINE);
  }

  @Test
  void findsTheTokenExpiredAtTheVerySecond() {
    assertThat(vigil.look(NOW.plusMillis(899_999), 0)).isEqualTo(Finding.FINE);
    assertThat(vigil.look(NOW.plusSeconds(900), 0)).isEqualTo(Finding.TOKEN_EXPIRED);
  }

  @Test
  void asksForASignOfLifeOnceInEachInterval() {
    clock.pass(Duration.ofSeconds(26));
    assertThat(vigil.look(NOW, 0)).isEqualTo(Finding.PING_DUE);
    assertThat(vigil.look(NOW, 0)).isEqualTo(Finding.FINE);
  }

  @Test
  void givesUpOnAPeerThatIsSilent() {
    clock.pass(Duration.ofSeconds(61));
    assertThat(vigil.look(NOW, 0)).isEqualTo(Finding.SILENT);
  }

  @Test
  void keepsAPeerThatGivesSignsOfLife() {
    clock.pass(Duration.ofSeconds(50));
    vigil.heard();
    clock.pass(Duration.ofSeconds(50));
    assertThat(vigil.look(NOW, 0)).isEqualTo(Finding.PING_DUE);
  }

  @Test
  void givesUpOnAPeerThatReadsNothing() {
    assertThat(vigil.look(NOW, Duration.ofSeconds(21).toNanos())).isEqualTo(Finding.STALLED);
  }
}
