package dev.vorota.adapters.out.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vorota.gateway.record.ExchangeRecord;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeteringRecorderTest {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MeteringRecorder recorder = new MeteringRecorder(registry, 2);

  @Test
  void countsRequestsByRouteMethodAndStatus() {
    recorder.record(exchange("chat", "GET", 200));
    recorder.record(exchange("chat", "GET", 200));
    recorder.record(exchange("chat", "POST", 201));
    recorder.record(exchange("none", "GET", 404));

    assertExposed("gateway_request_total{method=\"GET\",route=\"chat\",status=\"200\"} 2.0");
    assertExposed("gateway_request_total{method=\"POST\",route=\"chat\",status=\"201\"} 1.0");
    assertExposed("gateway_request_total{method=\"GET\",route=\"none\",status=\"404\"} 1.0");
  }

  @Test
  void countsWhatIsNotStandardTogether() {
    recorder.record(exchange("chat", "BREW", 200));
    recorder.record(exchange("chat", "get", 200));
    recorder.record(exchange("chat", "other", 999));
    recorder.record(exchange("chat", "other", -1));

    assertExposed("gateway_request_total{method=\"other\",route=\"chat\",status=\"200\"} 2.0");
    assertExposed("gateway_request_total{method=\"other\",route=\"chat\",status=\"other\"} 2.0");
  }

  @Test
  void measuresHowLongExchangesTook() {
    recorder.record(exchange("chat", "GET", 200));

    assertExposed("gateway_request_duration_seconds_bucket{route=\"chat\",le=\"0.0025\"} 0");
    assertExposed("gateway_request_duration_seconds_bucket{route=\"chat\",le=\"0.005\"} 1");
    assertExposed("gateway_request_duration_seconds_bucket{route=\"chat\",le=\"+Inf\"} 1");
    assertExposed("gateway_request_duration_seconds_count{route=\"chat\"} 1");
    assertExposed("gateway_request_duration_seconds_sum{route=\"chat\"} 0.003");
  }

  @Test
  void countsUsersUpToTheBoundAndTheOthersTogether() {
    for (String user : new String[] {"anna", "boris", "vera", "gleb", "anna"}) {
      recorder.record(exchange("chat", user, null));
    }
    recorder.record(exchange("ws", "anna", null));

    assertExposed("gateway_user_request_total{user=\"anna\"} 3.0");
    assertExposed("gateway_user_request_total{user=\"boris\"} 1.0");
    assertExposed("gateway_user_request_total{user=\"other\"} 2.0");
    assertExposed("gateway_user_path_total{route=\"chat\",user=\"anna\"} 2.0");
    assertExposed("gateway_user_path_total{route=\"ws\",user=\"anna\"} 1.0");
    assertExposed("gateway_user_path_total{route=\"chat\",user=\"other\"} 2.0");
    assertThat(registry.scrape()).doesNotContain("vera", "gleb");
  }

  @Test
  void countsNoUserWhereThereIsNone() {
    recorder.record(exchange("chat", "GET", 200));

    assertExposed("gateway_user_request_total{user=\"other\"} 0.0");
    assertThat(registry.scrape()).doesNotContain("gateway_user_path_total{");
  }

  @Test
  void countsWhatALimitRefused() {
    recorder.record(exchange("chat", null, "public"));
    recorder.record(exchange("chat", null, "public"));
    recorder.record(exchange("login", null, "public"));

    assertExposed("gateway_rate_limit_blocked_total{limit=\"public\",route=\"chat\"} 2.0");
    assertExposed("gateway_rate_limit_blocked_total{limit=\"public\",route=\"login\"} 1.0");
  }

  @Test
  void keepsHostileNamesInsideTheirLabel() {
    recorder.record(exchange("chat", "x\"} 1\ngateway_request_total{", null));

    assertExposed("gateway_user_request_total{user=\"x\\\"} 1\\ngateway_request_total{\"} 1.0");
  }

  @Test
  void refusesABoundThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MeteringRecorder(registry, -1))
        .withMessage("maxUsers must not be negative: -1.");
  }

  private void assertExposed(String line) {
    assertThat(registry.scrape().lines()).contains(line);
  }

  private static ExchangeRecord exchange(String route, String method, int status) {
    return exchange(route, method, status, null, null);
  }

  private static ExchangeRecord exchange(
      String route, @Nullable String user, @Nullable String limitedBy) {
    return exchange(route, "GET", limitedBy == null ? 200 : 429, user, limitedBy);
  }

  private static ExchangeRecord exchange(
      String route, String method, int status, @Nullable String user, @Nullable String limitedBy) {
    return new ExchangeRecord(
        route,
        method,
        "/any",
        status,
        0,
        0,
        0,
        Duration.ofMillis(3).toNanos(),
        InetAddress.getLoopbackAddress(),
        user,
        null,
        limitedBy);
  }
}
