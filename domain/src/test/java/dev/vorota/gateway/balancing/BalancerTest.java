package dev.vorota.gateway.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.endpoint.Absence;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.Roster;
import dev.vorota.gateway.http.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BalancerTest {

  private final List<EndpointHealth> members = new ArrayList<>();
  private int version;
  private Candidate[] seen = {};

  private final Roster roster =
      new Roster() {
        @Override
        public List<EndpointHealth> members() {
          return members;
        }

        @Override
        public int version() {
          return version;
        }
      };

  private final Balancer balancer =
      new Balancer(
          roster,
          new LoadBalancer() {
            private final LoadBalancer inTurn = new RoundRobinLoadBalancer(0);

            @Override
            public Candidate choose(Candidate[] from, Arrival arrival) {
              seen = from;
              return inTurn.choose(from, arrival);
            }
          });

  @Test
  void choosesNobodyWhereThereIsNobody() {
    assertThat(balancer.choose(Candidates.ANY, List.of())).isNull();
  }

  @Test
  void choosesTheOnlyOneWithoutAsking() {
    add(1);

    assertThat(choose(List.of()).health()).isSameAs(members.getFirst());
    assertThat(seen).isEmpty();
  }

  @Test
  void keepsTheArrayWhileNothingChanges() {
    add(3);
    choose(List.of());
    Candidate[] before = seen;
    choose(List.of());

    assertThat(seen).isSameAs(before);
  }

  @Test
  void keepsWhatItKnowsOfThoseThatStay() {
    add(3);
    Candidate first = choose(List.of());
    first.began();
    members.removeLast();
    version++;
    choose(List.of());

    assertThat(seen).hasSize(2).contains(first);
    assertThat(first.active()).isEqualTo(1);
  }

  @Test
  void asksThoseThatWereNotAskedYet() {
    add(4);
    List<Candidate> tried = new ArrayList<>();
    Set<Candidate> different = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      Candidate next = choose(tried);
      tried.add(next);
      different.add(next);
    }

    assertThat(different).hasSize(4);
    assertThat(choose(tried)).isIn(different);
  }

  @Test
  void choosesNoneThatMayNotBeChosen() {
    add(3);
    takeOut(members.get(1));

    for (int i = 0; i < 6; i++) {
      assertThat(choose(List.of()).health()).isNotSameAs(members.get(1));
    }
  }

  @Test
  void choosesAmongAllWhereNoneMayBeChosen() {
    add(3);
    members.forEach(this::takeOut);
    Set<EndpointHealth> chosen = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      chosen.add(choose(List.of()).health());
    }

    assertThat(chosen).containsExactlyInAnyOrderElementsOf(members);
  }

  @Test
  void givesAnEndpointThatIsBackATenthAtFirst() {
    AtomicLong now = new AtomicLong();
    members.add(Candidates.health(0, 1, now::get));
    members.add(Candidates.health(1, 1, now::get));
    Balancing slow = new Balancing.Weighted(new SlowStart(Duration.ofSeconds(10)));
    Balancer itself = new Balancer(roster, slow.strategy(new Random(1), now::get));
    assertThat(shareOfTheSecond(itself)).isEqualTo(500);

    takeOut(members.getLast());
    assertThat(shareOfTheSecond(itself)).isZero();
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    members.getLast().bringBack(Absence.Reason.CHECK);
    version++;

    assertThat(shareOfTheSecond(itself)).isBetween(90, 92); // one of eleven
    now.addAndGet(Duration.ofSeconds(10).toNanos());
    assertThat(shareOfTheSecond(itself)).isBetween(499, 501);
  }

  /** How many of a thousand requests it gets. */
  private int shareOfTheSecond(Balancer itself) {
    int count = 0;
    for (int i = 0; i < 1_000; i++) {
      Candidate chosen = Objects.requireNonNull(itself.choose(Candidates.ANY, List.of()));
      count += chosen.health() == members.getLast() ? 1 : 0;
    }
    return count;
  }

  private void takeOut(EndpointHealth endpoint) {
    endpoint.takeOut(Absence.Reason.CHECK, Absence.OPEN, "does not answer");
    version++;
  }

  private Candidate choose(List<Candidate> tried) {
    return Objects.requireNonNull(balancer.choose(Candidates.ANY, tried));
  }

  private void add(int count) {
    for (int i = 0; i < count; i++) {
      members.add(Candidates.health(members.size(), 1, () -> 0));
    }
    version++;
  }
}
