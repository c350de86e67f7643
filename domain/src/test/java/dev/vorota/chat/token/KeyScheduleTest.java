package dev.vorota.chat.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class KeyScheduleTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /** Servers look at the keys from time to time; tokens must verify whenever that is. */
  @Property(tries = 300)
  void everyTokenVerifiesFromItsIssueUntilItExpires(
      @ForAll @IntRange(min = 2, max = 40) int rotation,
      @ForAll @IntRange(min = 1, max = 60) int longestToken,
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 50) Integer> pauses) {
    KeySchedule schedule =
        new KeySchedule(
            Duration.ofHours(rotation), Duration.ofHours(1), Duration.ofHours(longestToken));
    List<SigningKey> keys = new ArrayList<>();
    Map<SigningKey, Instant> lastSigned = new HashMap<>();
    Map<SigningKey, Instant> published = new HashMap<>();
    Instant now = START;
    for (int pause : pauses) {
      now = now.plus(Duration.ofHours(pause));
      if (schedule.nextIsDue(keys, now)) {
        SigningKey next = key(keys.size() + 1, schedule.nextSignsFrom(keys, now));
        keys.add(next);
        published.put(next, now);
      }
      SigningKey signing = schedule.signing(keys, now);
      lastSigned.put(signing, now);

      assertThat(signing.signsFrom()).isBeforeOrEqualTo(now);
      if (signing.generation() > 1) {
        assertThat(published.get(signing))
            .isBeforeOrEqualTo(signing.signsFrom().minusSeconds(3600));
      }
      assertThat(schedule.needed(keys, now))
          .containsAll(signersOfValidTokens(lastSigned, now.minus(Duration.ofHours(longestToken))));
    }
  }

  @Example
  void forgetsKeyWhoseTokensHaveExpired() {
    KeySchedule schedule =
        new KeySchedule(Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(10));
    SigningKey first = key(1, START);
    SigningKey second = key(2, START.plus(Duration.ofDays(30)));
    List<SigningKey> keys = List.of(first, second);

    assertThat(schedule.needed(keys, START.plus(Duration.ofDays(40))))
        .containsExactly(first, second);
    assertThat(schedule.needed(keys, START.plus(Duration.ofDays(40)).plusNanos(1)))
        .containsExactly(second);
  }

  @Example
  void refusesFiguresThatDoNotFit() {
    Duration day = Duration.ofDays(1);
    assertThatThrownBy(() -> new KeySchedule(day, day, day))
        .hasMessage("rotation must be longer than notice (PT24H): PT24H.");
    assertThatThrownBy(() -> new KeySchedule(day, Duration.ZERO, day))
        .hasMessage("notice must be positive: PT0S.");
    assertThatThrownBy(() -> new TokenLifetimes(day, day.minusSeconds(1)))
        .hasMessage("refresh must be at least as long as access (PT24H): PT23H59M59S.");
  }

  private static List<SigningKey> signersOfValidTokens(
      Map<SigningKey, Instant> lastSigned, Instant oldest) {
    return lastSigned.entrySet().stream()
        .filter(entry -> entry.getValue().isAfter(oldest))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static SigningKey key(long generation, Instant signsFrom) {
    return new SigningKey(generation, "key " + generation, new byte[0], signsFrom);
  }
}
