package dev.vorota.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.endpoint.Absence;
import dev.vorota.gateway.endpoint.Absence.Reason;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.EndpointTally;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.health.TestClock;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveUpstreamTest {

  private static final Endpoint NAME = new Endpoint("users.internal", 8080);
  private static final Endpoint FIXED = new Endpoint("10.0.0.9", 8080);

  private final Upstream declared = Upstream.of("users", List.of(NAME, FIXED));
  private final LiveUpstreams upstreams = new LiveUpstreams(new TestClock());
  private final LiveUpstream upstream = upstreams.of(declared);
  private final Member named = declared.members().getFirst();

  @Test
  void isServedWhereItIsDeclaredUntilItsNameWasLookedUp() {
    assertThat(addresses()).containsExactly("users.internal:8080", "10.0.0.9:8080");

    upstream.servedAt(named, List.of("10.0.0.1", "2001:db8::1"));

    assertThat(addresses()).containsExactly("10.0.0.1:8080", "[2001:db8::1]:8080", "10.0.0.9:8080");
    assertThat(upstream.members().getFirst().endpoint().authority())
        .isEqualTo("users.internal:8080");
  }

  @Test
  void keepsWhatIsKnownOfAnAddressThatStays() {
    upstream.servedAt(named, List.of("10.0.0.1", "10.0.0.2"));
    EndpointHealth second = upstream.members().get(1);
    second.takeOut(Reason.CHECK, Absence.OPEN, "down");
    upstream.servedAt(named, List.of("10.0.0.2", "10.0.0.3"));

    assertThat(upstream.members().getFirst()).isSameAs(second);
    assertThat(second.isAvailable()).isFalse();
  }

  @Test
  void letsAnAddressThatIsGoneEndWhatItHasUnderWay() {
    upstream.servedAt(named, List.of("10.0.0.1", "10.0.0.2"));
    EndpointTally tally = upstream.members().getFirst().tally();
    tally.began();
    upstream.servedAt(named, List.of("10.0.0.2"));
    upstream.sweep();

    assertThat(upstream.leaving()).hasToString("[10.0.0.1:8080]");
    assertThat(upstream.leaving().getFirst().absence(Reason.GONE)).isNotNull();
    tally.ended();
    upstream.sweep();
    assertThat(upstream.leaving()).isEmpty();
  }

  @Test
  void raisesItsVersionWithEachChangeAndOnlyThen() {
    int before = upstream.version();
    upstream.servedAt(named, List.of("10.0.0.1"));
    int after = upstream.version();
    assertThat(after).isNotEqualTo(before);

    upstream.servedAt(named, List.of("10.0.0.1"));
    upstream.servedAt(named, List.of());
    assertThat(upstream.version()).isEqualTo(after);

    upstream.members().getFirst().takeOut(Reason.CHECK, Absence.OPEN, "down");
    assertThat(upstream.version()).isNotEqualTo(after);
  }

  @Test
  void watchesOnlyWhatIsDeclaredNow() {
    Upstream other = Upstream.of("orders", List.of(FIXED));
    upstreams.watchOnly(List.of(other));
    assertThat(upstreams.all()).extracting(LiveUpstream::declared).containsExactly(other);

    LiveUpstream known = upstreams.of(other);
    upstreams.watchOnly(List.of(Upstream.of("orders", List.of(FIXED)), declared));
    assertThat(upstreams.all()).hasSize(2).contains(known);
  }

  private List<String> addresses() {
    return upstream.members().stream().map(EndpointHealth::toString).toList();
  }
}
