package dev.vorota.adapters.out.chat.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.chat.token.KeySchedule;
import dev.vorota.chat.token.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final KeySchedule SCHEDULE =
      new KeySchedule(Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(30));

  private final InMemorySigningKeys storage = new InMemorySigningKeys();
  private Instant now = START;
  private final KeyRing ring = server();

  @Test
  void signsAtOnceWithTheFirstKey() {
    String first = ring.signing().id();

    assertThat(published()).containsExactly(first);
    assertThat(server().signing().id()).isEqualTo(first);
  }

  @Test
  void publishesTheNextKeyBeforeItSigns() {
    String first = ring.signing().id();

    now = START.plus(Duration.ofDays(29)).minusSeconds(1);
    assertThat(published()).containsExactly(first);

    now = START.plus(Duration.ofDays(29).plus(KeyRing.FRESH));
    assertThat(published()).hasSize(2).startsWith(first);
    assertThat(ring.signing().id()).isEqualTo(first);

    now = now.plus(SCHEDULE.notice());
    assertThat(ring.signing().id()).isEqualTo(published().getLast());
  }

  @Test
  void keepsKeyUntilTheLastTokenThatItSignedHasExpired() {
    String first = ring.signing().id();
    now = START.plus(Duration.ofDays(29));
    server().signing();

    now = START.plus(Duration.ofDays(60));
    assertThat(published()).contains(first);

    now = START.plus(Duration.ofDays(60)).plusSeconds(1).plus(KeyRing.FRESH);
    assertThat(published()).doesNotContain(first);
    assertThat(storage.all()).extracting(SigningKey::id).doesNotContain(first);
  }

  @Test
  void givesNoticeOfKeyThatIsLate() {
    String first = ring.signing().id();

    now = START.plus(Duration.ofDays(100));
    assertThat(ring.signing().id()).isEqualTo(first);
    assertThat(published()).hasSize(2);

    now = now.plus(Duration.ofDays(1));
    assertThat(ring.signing().id()).isNotEqualTo(first);
  }

  @Test
  void makesOneKeyForServersThatStartAtOnce() throws InterruptedException, ExecutionException {
    List<Callable<String>> servers =
        List.of(
            () -> server().signing().id(),
            () -> server().signing().id(),
            () -> server().signing().id());
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      String id = ring.signing().id();
      for (Future<String> other : executor.invokeAll(servers)) {
        assertThat(other.get()).isEqualTo(id);
      }
    }
    assertThat(storage.all()).hasSize(1);
  }

  @Test
  void readsOnceAsLongAsTheKeysAreFresh() {
    ring.signing();
    int reads = storage.reads();

    ring.signing();
    ring.published();
    assertThat(storage.reads()).isEqualTo(reads);

    now = now.plus(KeyRing.FRESH);
    ring.signing();
    assertThat(storage.reads()).isEqualTo(reads + 1);
  }

  @Test
  void goesOnWithWhatItKnowsWhileStorageIsAway() {
    String first = ring.signing().id();
    storage.setAway(true);
    now = now.plus(Duration.ofHours(1));

    assertThat(ring.signing().id()).isEqualTo(first);
    int reads = storage.reads();
    assertThat(published()).containsExactly(first);
    assertThat(storage.reads()).isEqualTo(reads);
  }

  @Test
  void failsWhereStorageIsAwayFromTheStartAndHeals() {
    storage.setAway(true);
    assertThatThrownBy(ring::signing).hasMessage("away");

    storage.setAway(false);
    assertThat(ring.signing()).isNotNull();
  }

  private KeyRing server() {
    return new KeyRing(storage, SCHEDULE, RsaKey::generate, () -> now);
  }

  private List<String> published() {
    return ring.published().stream().map(RsaKey::id).toList();
  }
}
