package dev.vorota.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.system.client.Account;
import dev.vorota.system.client.Answer;
import dev.vorota.system.client.Api;
import dev.vorota.system.process.SharedVorota;
import dev.vorota.system.process.Vorota;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row A6: what is public, and that nothing else is. */
@ExtendWith(SharedVorota.class)
final class RoutesIT {

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200",
    "GET, /login, 200",
    "GET, /register, 200",
    "GET, /chat, 200",
    "GET, /metrics, 200",
    "POST, /service/api/register, 400",
    "POST, /service/api/login, 400"
  })
  void publicRouteAnswersWithoutToken(String method, String path, int status, Vorota vorota) {
    assertThat(call(vorota, method, path).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /service/api/me",
    "PUT, /service/api/me/avatar",
    "DELETE, /service/api/me/avatar",
    "GET, /service/api/users/anna",
    "GET, /service/api/users/anna/avatar",
    "GET, /service/api/rooms",
    "POST, /service/api/rooms",
    "POST, /service/api/rooms/general/join",
    "POST, /service/api/rooms/general/leave",
    "GET, /service/api/rooms/general/messages",
    "POST, /service/api/token/refresh",
    "POST, /service/api/logout",
    "GET, /service/q/openapi",
    "GET, /service/q/health",
    "GET, /service/metrics",
    "GET, /service/.well-known/jwks.json",
    "GET, /service",
    "GET, /service/api/register/more",
    "GET, /service/api/login/",
    "GET, /ws",
    "GET, /nothing",
    "GET, /chat/more",
    "GET, /q/health",
    "GET, /q/metrics"
  })
  void anyOtherRouteWantsToken(String method, String path, Vorota vorota) {
    Answer answer = call(vorota, method, path);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate")).startsWith("Bearer");
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("type").asText()).startsWith("urn:vorota:problem:");
    assertThat(answer.json().get("status").asInt()).isEqualTo(401);
  }

  @Test
  void refreshTokenIsNoAccessTokenAndNoAccessTokenRefreshes(Vorota vorota) {
    try (Api api = new Api(vorota.address())) {
      Account anna = api.newAccount("anna");

      api.get("/service/api/me", anna.refreshToken()).expect(401);
      api.send("POST", "/service/api/token/refresh", anna.accessToken(), BodyPublishers.noBody())
          .expect(401);
      api.get("/service/api/me", anna.accessToken()).expect(200);
    }
  }

  @Test
  void pagesAssetsAreOpenAndKeptForLong(Vorota vorota) {
    Answer page = call(vorota, "GET", "/chat");
    List<String> assets =
        Pattern.compile("\"(/assets/[^\"]+)\"")
            .matcher(page.text())
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(assets).isNotEmpty();
    for (String asset : assets) {
      Answer answer = call(vorota, "GET", asset).expect(200);
      assertThat(answer.header("cache-control")).contains("immutable");
      assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    }
  }

  @ParameterizedTest
  @CsvSource({"/", "/login", "/register", "/chat"})
  void pageCarriesStrictPolicies(String path, Vorota vorota) {
    Answer page = call(vorota, "GET", path);

    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("content-security-policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe-inline")
        .doesNotContain("unsafe-eval");
    assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(page.header("referrer-policy")).isNotBlank();
    Matcher inline = Pattern.compile("<script(?![^>]*src=)|<style|style=\"").matcher(page.text());
    assertThat(inline.find()).as("inline script or style").isFalse();
  }

  private static Answer call(Vorota vorota, String method, String path) {
    try (Api api = new Api(vorota.address())) {
      return api.send(method, path, null, BodyPublishers.noBody());
    }
  }
}
