package dev.vorota.system.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.Account;
import dev.vorota.system.client.Api;
import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.process.Vorota;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Row A8: what Prometheus reads of the gateway and of the chat. */
@ExtendWith(SharedVorota.class)
final class MetricsIT {

  @Test
  void gatewayCountsRequestsDurationsUsersAndTheirRoutes(Vorota vorota) {
    try (Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");
      api.get("/service/api/me", anna.accessToken()).expect(200);

      String metrics = api.get("/metrics", null).expect(200).text();

      assertThat(metrics)
          .containsPattern("(?m)^gateway_request_total\\{[^}]*status=\"200\"[^}]*} [1-9]")
          .containsPattern("(?m)^gateway_request_duration_seconds_bucket\\{[^}]*le=\"[^}]*} ")
          .containsPattern("(?m)^gateway_request_duration_seconds_count\\{")
          .containsPattern("(?m)^gateway_user_request_total\\{[^}]*" + anna.username())
          .containsPattern("(?m)^gateway_user_path_total\\{[^}]*" + anna.username());
    }
  }

  @Test
  void gatewayCountsWhatItsLimitsBlock() {
    try (Vorota vorota =
            Vorota.start("narrow", Map.of("LIMIT_USER_RATE", "1", "LIMIT_USER_BURST", "1"));
        Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");
      for (int i = 0; i < 5; i++) {
        api.get("/service/api/me", anna.accessToken());
      }

      assertThat(api.get("/metrics", null).expect(200).text())
          .containsPattern(
              "(?m)^gateway_rate_limit_blocked_total\\{[^}]*limit=\"user\"[^}]*} [1-9]");
    }
  }

  @Test
  void chatCountsItsOwnRequestsAndErrors(Vorota vorota) {
    try (Api api = new Api(vorota.address());
        Api chat = new Api(vorota.chatAddress())) {
      api.newAccount("anna");
      api.register("x", "y").expect(400);

      assertThat(chat.get("/metrics", null).expect(200).text())
          .containsPattern("(?m)^http_server_requests_seconds_count\\{[^}]*status=\"201\"[^}]*} ")
          .containsPattern("(?m)^http_server_requests_seconds_count\\{[^}]*status=\"400\"[^}]*} ");
    }
  }

  @Test
  void noMeterNamesARawPath(Vorota vorota) {
    try (Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");
      api.get("/service/api/users/nobody-by-this-name", anna.accessToken()).expect(404);

      assertThat(api.get("/metrics", null).expect(200).text())
          .doesNotContain("nobody-by-this-name");
    }
  }
}
