package dev.vorota.gateway.health;

import dev.vorota.gateway.endpoint.Absence.Reason;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.EndpointTally;
import dev.vorota.gateway.endpoint.EndpointWatch;
import dev.vorota.gateway.endpoint.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Endpoints that are watched as an upstream has them watched, on a clock of the test's. */
final class OutlierBench {

  private final TestClock clock = new TestClock();
  private final OutlierDetector detector;
  private final List<EndpointHealth> members = new ArrayList<>();
  private final List<EndpointTally> tallies = new ArrayList<>();

  OutlierBench(OutlierPolicy policy, int count) {
    this.detector = new OutlierDetector(policy, clock);
    EndpointWatch watch =
        new EndpointWatch() {
          @Override
          public void availabilityChanged() {}

          @Override
          public void failing(EndpointHealth endpoint) {
            detector.failing(endpoint, members);
          }
        };
    for (int i = 0; i < count; i++) {
      Member member = Member.of(new Endpoint("10.0.0.1", 1_000 + i));
      members.add(new EndpointHealth(member, clock, watch));
      tallies.add(members.getLast().tally());
    }
  }

  EndpointHealth member(int index) {
    return members.get(index);
  }

  EndpointTally tally(int index) {
    return tallies.get(index);
  }

  /** Lets time pass, with a sweep each second. */
  void pass(Duration time) {
    for (long i = 0; i < time.toSeconds(); i++) {
      clock.advance(Duration.ofSeconds(1));
      detector.sweep(members);
    }
  }

  /** The indices of those that are ejected. */
  List<Integer> ejected() {
    return IntStream.range(0, members.size())
        .filter(i -> members.get(i).absence(Reason.OUTLIER) != null)
        .boxed()
        .toList();
  }
}
