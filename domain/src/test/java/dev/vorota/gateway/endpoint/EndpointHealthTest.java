package dev.vorota.gateway.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.endpoint.Absence.Reason;
import dev.vorota.gateway.health.TestClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EndpointHealthTest {

  private final TestClock clock = new TestClock();
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicInteger failings = new AtomicInteger();
  private final EndpointHealth health =
      new EndpointHealth(
          Member.of(new Endpoint("10.0.0.1", 80)),
          clock,
          new EndpointWatch() {
            @Override
            public void availabilityChanged() {
              changes.incrementAndGet();
            }

            @Override
            public void failing(EndpointHealth endpoint) {
              failings.incrementAndGet();
            }
          });

  @Test
  void isAvailableAgainOnlyOnceEveryReasonIsGone() {
    health.takeOut(Reason.CHECK, Absence.OPEN, "status 500");
    clock.advance(Duration.ofSeconds(1));
    health.takeOut(Reason.OUTLIER, 99, "5 in a row");
    assertThat(health.isAvailable()).isFalse();
    health.bringBack(Reason.CHECK);
    assertThat(health.isAvailable()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    health.bringBack(Reason.OUTLIER);

    assertThat(health.isAvailable()).isTrue();
    assertThat(health.availableSinceNanos()).isEqualTo(clock.getAsLong());
    assertThat(changes).hasValue(2);
    assertThat(health.ejections()).isOne();
  }

  @Test
  void tellsSinceWhenEachReasonHoldsAndWhatWasSeenLast() {
    long first = clock.getAsLong();
    health.takeOut(Reason.CHECK, Absence.OPEN, "status 500");
    clock.advance(Duration.ofSeconds(3));
    health.takeOut(Reason.CHECK, Absence.OPEN, "it takes no connection");

    assertThat(health.absences())
        .containsExactly(new Absence(Reason.CHECK, first, Absence.OPEN, "it takes no connection"));
    assertThat(health.absence(Reason.OUTLIER)).isNull();
  }

  @Test
  void bringingBackWhatIsThereChangesNothing() {
    clock.advance(Duration.ofSeconds(1));
    health.bringBack(Reason.CHECK);

    assertThat(changes).hasValue(0);
    assertThat(health.availableSinceNanos()).isEqualTo(-7);
  }

  @Test
  void addsUpWhatTheLoopsCount() {
    EndpointTally one = health.tally();
    EndpointTally other = health.tally();
    one.began();
    one.answered(200);
    other.began();
    other.answered(500);
    other.began();
    other.failed();
    other.ended();

    assertThat(health.counts()).isEqualTo(new EndpointCounts(2, 1, 1, 1));
    assertThat(one.active()).isOne();
  }

  @Test
  void tellsServerErrorsFromFailures() {
    EndpointTally tally = health.tally();
    tally.answered(503);
    tally.failed();
    assertThat(health.failuresInARow()).isEqualTo(2);
    assertThat(health.serverErrorsInARow()).isEqualTo(2);

    tally.answered(500);
    assertThat(health.failuresInARow()).isZero();
    assertThat(health.serverErrorsInARow()).isEqualTo(3);
    assertThat(failings).hasValue(3);

    tally.answered(404);
    assertThat(health.serverErrorsInARow()).isZero();
    assertThat(failings).hasValue(3);
  }
}
