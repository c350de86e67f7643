package dev.vorota.gateway.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.Roster;
import dev.vorota.gateway.http.Arrival;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
