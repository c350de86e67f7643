package dev.vorota.gateway.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final Candidate old = Candidates.known(0, 3, () -> -100 * SECOND);
  private final Candidate fresh = Candidates.known(1, 3, () -> 0);
  private final Candidate[] both = {old, fresh};
  private final WarmUp warmUp = new WarmUp(new SlowStart(Duration.ofSeconds(10)), now::get);

  @Test
  void growsEvenlyFromATenth() {
    assertThat(partAfter(0)).isEqualTo(102);
    assertThat(partAfter(1 * SECOND)).isEqualTo(194);
    assertThat(partAfter(5 * SECOND)).isEqualTo(563);
    assertThat(partAfter(10 * SECOND - 1)).isEqualTo(1_023);
    assertThat(partAfter(10 * SECOND)).isEqualTo(WarmUp.WHOLE);
    assertThat(partAfter(1_000 * SECOND)).isEqualTo(WarmUp.WHOLE);
  }

  @Test
  void leavesTheOldAlone() {
    now.set(SECOND);
    warmUp.look(both);

    assertThat(warmUp.holdsBack(old)).isFalse();
    assertThat(warmUp.share(old)).isEqualTo(3 * WarmUp.WHOLE);
    assertThat(warmUp.holdsBack(fresh)).isTrue();
    assertThat(warmUp.share(fresh)).isEqualTo(3 * 194);
  }

  @Property
  void neverShrinks(
      @ForAll @LongRange(max = 11 * SECOND) long early,
      @ForAll @LongRange(max = SECOND) long more) {
    assertThat(partAfter(early + more)).isGreaterThanOrEqualTo(partAfter(early));
  }

  @Test
  void holdsNobodyBackWhereAllAreNew() {
    Candidate[] from = {fresh, Candidates.known(2, 3, () -> 1_000)};
    warmUp.look(from);

    assertThat(warmUp.part(from[0])).isEqualTo(WarmUp.WHOLE);
    assertThat(warmUp.part(from[1])).isEqualTo(WarmUp.WHOLE);
  }

  @Test
  void measuresTheNewByTheOldestOfThem() {
    Candidate first = Candidates.known(2, 1, () -> -4 * SECOND);
    warmUp.look(new Candidate[] {fresh, first});

    assertThat(warmUp.part(first)).isEqualTo(WarmUp.WHOLE);
    assertThat(warmUp.part(fresh)).isEqualTo(102 * WarmUp.WHOLE / 470);
  }

  /** The clock is read by each loop for itself, and may be behind the one who set the time. */
  @Test
  void takesATimeToComeForNow() {
    now.set(-SECOND);
    warmUp.look(both);

    assertThat(warmUp.part(fresh)).isEqualTo(102);
  }

  @Test
  void doesNotAskTheClockWhenNobodyIsNew() {
    now.set(20 * SECOND);
    warmUp.look(both);
    now.set(SECOND);
    warmUp.look(both);

    assertThat(warmUp.part(fresh)).isEqualTo(WarmUp.WHOLE);
  }

  private int partAfter(long nanos) {
    now.set(nanos);
    WarmUp another = new WarmUp(new SlowStart(Duration.ofSeconds(10)), now::get);
    another.look(both);
    return another.part(fresh);
  }
}
