package dev.vorota.gateway.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.routing.TestArrival;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StickyLoadBalancerTest {

  private static final Pattern COOKIE = Pattern.compile("gate=([0-9a-f]{16}); (.*)");

  private final Candidate[] three = Candidates.alike(3);
  private final LoadBalancer strategy =
      new StickyLoadBalancer(
          new StickyCookie("gate", "/", null, false), new RoundRobinLoadBalancer(0));

  @Test
  void bringsAClientBackToItsEndpoint() {
    for (Candidate endpoint : three) {
      Arrival back = with(cookieOf(endpoint));

      for (int i = 0; i < 5; i++) {
        assertThat(strategy.choose(three, back)).isSameAs(endpoint);
      }
      assertThat(strategy.mark(endpoint, back)).isNull();
    }
  }

  @Test
  void leavesTheFirstChoiceToAnotherStrategy() {
    assertThat(Candidates.turns(strategy, three, 6)).isEqualTo("abcabc");
  }

  @Test
  void knowsItsEndpointsAfterARestart() {
    Candidate[] later = Candidates.alike(3);

    assertThat(strategy.choose(later, with(cookieOf(three[2])))).isSameAs(later[2]);
  }

  @Test
  void givesANewCookieWhereTheEndpointIsGone() {
    Arrival back = with(cookieOf(three[1]));

    Candidate other = strategy.choose(Candidates.without(three[1], three), back);

    assertThat(other).isNotSameAs(three[1]);
    assertThat(Objects.requireNonNull(strategy.mark(other, back)).value())
        .startsWith("gate=" + cookieOf(other));
  }

  @Test
  void takesNoCookieThatItDidNotGive() {
    for (String foreign : new String[] {"", "x", "10.0.0.0:8080", "0000000000000000"}) {
      assertThat(Candidates.turns(strategy, three, 3)).isEqualTo("abc");
      Arrival arrival = with(foreign);
      Candidate chosen = strategy.choose(three, arrival);
      assertThat(strategy.mark(chosen, arrival)).isNotNull();
      strategy.choose(three, arrival);
      strategy.choose(three, arrival);
    }
  }

  @Test
  void showsNoAddress() {
    assertThat(Arrays.stream(three).map(StickyLoadBalancerTest::cookieOf))
        .doesNotHaveDuplicates()
        .allMatch(cookie -> cookie.matches("[0-9a-f]{16}"))
        .noneMatch(cookie -> cookie.contains("0a00"));
  }

  @Test
  void keepsScriptsAndOtherSitesFromTheCookie() {
    assertThat(mark(new StickyCookie("gate", "/", null, false)))
        .isEqualTo("Path=/; HttpOnly; SameSite=Lax");
    assertThat(mark(new StickyCookie("gate", "/app", Duration.ofHours(1), true)))
        .isEqualTo("Path=/app; Max-Age=3600; HttpOnly; SameSite=Lax; Secure");
  }

  private String mark(StickyCookie cookie) {
    LoadBalancer sticky = new StickyLoadBalancer(cookie, new RoundRobinLoadBalancer(0));
    Header header = Objects.requireNonNull(sticky.mark(three[0], Candidates.ANY));
    assertThat(header.name()).isEqualTo("set-cookie");
    Matcher matcher = COOKIE.matcher(header.value());
    assertThat(matcher.matches()).as(header.value()).isTrue();
    return matcher.group(2);
  }

  private static String cookieOf(Candidate endpoint) {
    return endpoint.mark();
  }

  private static Arrival with(String cookie) {
    return TestArrival.of("GET /", "Cookie: a=b; gate=" + cookie);
  }
}
