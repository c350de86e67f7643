package dev.vorota.adapters.in.gateway.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.balancing.Balancing;
import dev.vorota.gateway.balancing.HashKey;
import dev.vorota.gateway.balancing.SlowStart;
import dev.vorota.gateway.balancing.StickyCookie;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceTest {

  private static final SlowStart SECONDS = new SlowStart(Duration.ofSeconds(20));

  @Test
  void isPowerOfTwoWhereNothingIsSaid() {
    assertThat(read("{}")).isEqualTo(new Balancing.PowerOfTwo(SlowStart.NONE));
    assertThat(read("{slow_start: 20s}")).isEqualTo(new Balancing.PowerOfTwo(SECONDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"round_robin", "weighted", "power_of_two", "least_request"})
  void isNamed(String name) {
    assertThat(read("{balance: " + name + "}")).hasToString(name);
  }

  @Test
  void startsSlowly() {
    assertThat(read("{balance: weighted, slow_start: 20s}"))
        .isEqualTo(new Balancing.Weighted(SECONDS));
    assertThat(read("{balance: least_request, slow_start: 20s}"))
        .isEqualTo(new Balancing.LeastRequest(SECONDS));
    assertThat(read("{balance: {sticky: {cookie: at, over: weighted}}, slow_start: 20s}"))
        .extracting("over")
        .isEqualTo(new Balancing.Weighted(SECONDS));
  }

  @Test
  void isByWhatARequestHolds() {
    Balancing otherwise = new Balancing.PowerOfTwo(SlowStart.NONE);

    assertThat(read("{balance: {hash: {header: X-User}}}"))
        .isEqualTo(new Balancing.Hash(new HashKey.Header("x-user"), 150, otherwise));
    assertThat(read("{balance: {hash: {cookie: Id, most_load: 200}}}"))
        .isEqualTo(new Balancing.Hash(new HashKey.Cookie("Id"), 200, otherwise));
    assertThat(read("{balance: {hash: {query: q, otherwise: least_request}}}"))
        .isEqualTo(
            new Balancing.Hash(
                new HashKey.Query("q"), 150, new Balancing.LeastRequest(SlowStart.NONE)));
    assertThat(read("{balance: {hash: {by: client}}}"))
        .extracting("key")
        .isEqualTo(new HashKey.Client());
    assertThat(read("{balance: {hash: {by: path}}}"))
        .extracting("key")
        .isEqualTo(new HashKey.Path());
  }

  @Test
  void isByWhereTheClientWasBefore() {
    assertThat(read("{balance: {sticky: {cookie: at}}}"))
        .isEqualTo(
            new Balancing.Sticky(
                new StickyCookie("at", "/", null, false),
                new Balancing.PowerOfTwo(SlowStart.NONE)));
    assertThat(
            read(
                "{balance: {sticky: {cookie: at, path: /app, max_age: 1h, secure: true, over:"
                    + " round_robin}}}"))
        .isEqualTo(
            new Balancing.Sticky(
                new StickyCookie("at", "/app", Duration.ofHours(1), true),
                new Balancing.RoundRobin()));
  }

  /**
   * @param keys of an upstream besides its endpoints, in braces
   */
  private static Balancing read(String keys) {
    String document =
        """
        upstreams:
          chat:
            <<: %s
            endpoints: http://127.0.0.1:1
        routes:
          - id: home
            match: {path: /}
            access: public
            forward: {upstream: chat}
        """
            .formatted(keys);
    return Documents.config(document, Map.of()).upstreams().getFirst().balancing();
  }
}
