package dev.vorota.gateway.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalancingTest {

  private static final SlowStart HALF_A_MINUTE = new SlowStart(Duration.ofSeconds(30));

  @Test
  void takesTheLessBusyOfTwoWhereNothingIsDeclared() {
    assertThat(Balancing.usual()).hasToString("power_of_two");
    assertThat(Balancing.usual().strategy(new Random(1), () -> 0))
        .isInstanceOf(PowerOfTwoLoadBalancer.class);
  }

  @Test
  void saysWhatItDoes() {
    assertThat(new Balancing.RoundRobin()).hasToString("round_robin");
    assertThat(new Balancing.Weighted(HALF_A_MINUTE))
        .hasToString("weighted, slow start over 30000 ms");
    assertThat(hash(new HashKey.Header("x-user")))
        .hasToString(
            "hash of header x-user, up to 150 % of the usual load; without it least_request");
    assertThat(hash(new HashKey.Path())).hasToString("hash of path, up to 150 % of the usual load");
    assertThat(sticky(Balancing.usual()))
        .hasToString("sticky by cookie gate; without it power_of_two");
  }

  @Test
  void saysWhetherItGoesByWeights() {
    assertThat(new Balancing.RoundRobin().knowsWeights()).isFalse();
    assertThat(sticky(new Balancing.RoundRobin()).knowsWeights()).isFalse();
    assertThat(sticky(Balancing.usual()).knowsWeights()).isTrue();
    assertThat(hash(new HashKey.Path()).knowsWeights()).isTrue();
  }

  @Test
  void saysWhetherItStartsSlowly() {
    assertThat(new Balancing.RoundRobin().startsSlowly()).isFalse();
    assertThat(hash(new HashKey.Path()).startsSlowly()).isFalse();
    assertThat(Balancing.usual().startsSlowly()).isFalse();
    assertThat(new Balancing.PowerOfTwo(HALF_A_MINUTE).startsSlowly()).isTrue();
    assertThat(sticky(new Balancing.LeastRequest(HALF_A_MINUTE)).startsSlowly()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 99, 10_001})
  void refusesABoundThatCanNotBeKept(int mostLoad) {
    HashKey key = new HashKey.Path();
    Balancing otherwise = Balancing.usual();

    assertThatThrownBy(() -> new Balancing.Hash(key, mostLoad, otherwise))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mostLoad must be from 100 to 10000 percent: " + mostLoad + ".");
  }

  @Test
  void refusesToBeStickyTwice() {
    Balancing sticky = sticky(Balancing.usual());

    assertThatThrownBy(() -> sticky(sticky)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 3_600_001})
  void refusesToStartTooSlowly(long millis) {
    Duration over = Duration.ofMillis(millis);

    assertThatThrownBy(() -> new SlowStart(over))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 0 s to 1 h: " + over);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a;b", "a=b", "ä", "a\n"})
  void refusesWhatIsNoNameOfACookie(String name) {
    assertThatThrownBy(() -> new StickyCookie(name, "/", null, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected the name of a cookie: " + name + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "/a;b", "/a b", "/\r\n"})
  void refusesAPathThatWouldEndTheCookie(String path) {
    assertThatThrownBy(() -> new StickyCookie("gate", path, null, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected a path that starts with a slash: " + path + ".");
  }

  @Test
  void refusesACookieThatEndsAtOnce() {
    assertThatThrownBy(() -> new StickyCookie("gate", "/", Duration.ofMillis(999), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 s or more");
  }

  private static Balancing hash(HashKey key) {
    return new Balancing.Hash(
        key, Balancing.Hash.USUAL_LOAD, new Balancing.LeastRequest(SlowStart.NONE));
  }

  private static Balancing sticky(Balancing over) {
    return new Balancing.Sticky(new StickyCookie("gate", "/", null, false), over);
  }
}
