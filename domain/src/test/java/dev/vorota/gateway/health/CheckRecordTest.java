package dev.vorota.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.endpoint.Absence;
import dev.vorota.gateway.endpoint.Absence.Reason;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.Member;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CheckRecordTest {

  @Test
  void takesOutAfterTheFallAndBringsBackAfterTheRise() {
    EndpointHealth health = endpoint();
    CheckRecord record = new CheckRecord(policy(2, 3), health);

    record.failed("one");
    record.failed("two");
    assertThat(health.isAvailable()).isTrue();
    record.failed("three");
    assertThat(health.absence(Reason.CHECK)).hasFieldOrPropertyWithValue("text", "three");
    record.passed();
    assertThat(health.isAvailable()).isFalse();
    record.passed();
    assertThat(health.isAvailable()).isTrue();
  }

  @Test
  void endsAnEjectionWithTheFaultThatTheChecksSawEnd() {
    EndpointHealth health = endpoint();
    CheckRecord record = new CheckRecord(policy(1, 1), health);
    record.failed("down");
    health.takeOut(Reason.OUTLIER, 1_000, "5 in a row");
    record.passed();

    assertThat(health.isAvailable()).isTrue();
  }

  @Test
  void leavesAnEjectionAloneThatTheChecksKnowNothingOf() {
    EndpointHealth health = endpoint();
    CheckRecord record = new CheckRecord(policy(1, 1), health);
    health.takeOut(Reason.OUTLIER, 1_000, "5 in a row");
    record.passed();

    assertThat(health.isAvailable()).isFalse();
  }

  @Test
  void findsOneSoundThatWasNotTakenForSoundAtFirst() {
    EndpointHealth health = endpoint();
    health.takeOut(Reason.CHECK, Absence.OPEN, "not checked yet");
    CheckRecord record = new CheckRecord(policy(1, 1), health);
    record.passed();

    assertThat(health.isAvailable()).isTrue();
  }

  /** Whatever comes, the state is that of a plain count over all that came. */
  @Property
  void goesByWhatCameInARow(
      @ForAll @IntRange(min = 1, max = 4) int rise,
      @ForAll @IntRange(min = 1, max = 4) int fall,
      @ForAll @Size(max = 60) List<Boolean> results) {
    EndpointHealth health = endpoint();
    CheckRecord record = new CheckRecord(policy(rise, fall), health);
    boolean up = true;
    int row = 0;
    boolean last = true;
    for (boolean good : results) {
      row = good == last ? row + 1 : 1;
      last = good;
      up = good ? up || row >= rise : up && row < fall;
      if (good) {
        record.passed();
      } else {
        record.failed("bad");
      }
      assertThat(health.isAvailable()).isEqualTo(up);
    }
  }

  private static CheckPolicy policy(int rise, int fall) {
    return new CheckPolicy(
        new Question.Connection(), Duration.ofSeconds(5), Duration.ofSeconds(1), rise, fall, true);
  }

  private static EndpointHealth endpoint() {
    return new EndpointHealth(Member.of(new Endpoint("10.0.0.1", 80)));
  }
}
