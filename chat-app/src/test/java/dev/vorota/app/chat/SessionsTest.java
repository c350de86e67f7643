package dev.vorota.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.app.chat.ChatClient.Login;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SessionsTest {

  @Inject MovableClock clock;

  @AfterEach
  void comeBackToThePresent() {
    clock.reset();
  }

  @Test
  void logsInAsRfc6749HasIt() {
    Answer answer =
        ChatClient.anonymous()
            .post("/api/login", credentials(ChatClient.register(), ChatClient.PASSWORD));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.text("token_type")).isEqualTo("Bearer");
    assertThat(answer.json().get("expires_in").asInt()).isEqualTo(900);
    assertThat(answer.json().fieldNames())
        .toIterable()
        .containsExactly("access_token", "token_type", "expires_in", "refresh_token");
  }

  @Test
  void tellsAWrongPasswordFromAnUnknownNameInNothing() {
    Answer wrong =
        ChatClient.anonymous().post("/api/login", credentials(ChatClient.register(), "wrong pass"));
    Answer unknown =
        ChatClient.anonymous()
            .post("/api/login", credentials(ChatClient.freshName(), ChatClient.PASSWORD));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.problem()).isEqualTo("wrong-credentials");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.json()).isEqualTo(wrong.json());
  }

  @Test
  void replacesBothTokens() {
    Login login = ChatClient.login();
    Answer answer = refresh(login.refreshToken());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("refresh_token")).isNotEqualTo(login.refreshToken());
    Answer me = ChatClient.withToken(answer.text("access_token")).get("/api/me");
    assertThat(me.text("username")).isEqualTo(login.username());
  }

  @Test
  void endsTheSessionOfARefreshTokenThatComesAgain() {
    Login login = ChatClient.login();
    String next = refresh(login.refreshToken()).text("refresh_token");
    Answer again = refresh(login.refreshToken());
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.problem()).isEqualTo("refresh-refused");
    assertThat(refresh(next).problem()).isEqualTo("refresh-refused");
  }

  @Test
  void keepsTheOtherSessionsOfThatUser() {
    Login login = ChatClient.login();
    Login other = ChatClient.login(login.username());
    refresh(login.refreshToken());
    refresh(login.refreshToken());
    assertThat(refresh(other.refreshToken()).status()).isEqualTo(200);
  }

  @Test
  void refreshesNothingAfterLogout() {
    Login login = ChatClient.login();
    assertThat(login.client().post("/api/logout").status()).isEqualTo(204);
    assertThat(refresh(login.refreshToken()).problem()).isEqualTo("refresh-refused");
  }

  @Test
  void takesNeitherTokenForTheOther() {
    Login login = ChatClient.login();
    assertThat(refresh(login.accessToken()).problem()).isEqualTo("refresh-refused");
    Answer me = ChatClient.withToken(login.refreshToken()).get("/api/me");
    assertThat(me.status()).isEqualTo(401);
    assertThat(me.problem()).isEqualTo("invalid-token");
    assertThat(me.header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"vorota\", error=\"invalid_token\"");
  }

  @Test
  void refusesAnAccessTokenThatHasExpired() {
    Login login = ChatClient.login();
    clock.moveAhead(Duration.ofMinutes(16));
    assertThat(login.client().get("/api/me").problem()).isEqualTo("invalid-token");
    assertThat(refresh(login.refreshToken()).status()).isEqualTo(200);
  }

  @Test
  void refusesARefreshTokenThatHasExpired() {
    Login login = ChatClient.login();
    clock.moveAhead(Duration.ofDays(31));
    assertThat(refresh(login.refreshToken()).problem()).isEqualTo("refresh-refused");
  }

  @Test
  void publishesTheKeysThatVerify() {
    Answer jwks = ChatClient.anonymous().get("/.well-known/jwks.json");
    assertThat(jwks.status()).isEqualTo(200);
    assertThat(jwks.header("Cache-Control")).isEqualTo("public, max-age=300");
    assertThat(jwks.json().path("keys"))
        .isNotEmpty()
        .allSatisfy(
            key -> {
              assertThat(key.path("kty").asText()).isEqualTo("RSA");
              assertThat(key.path("kid").asText()).isNotEmpty();
              assertThat(key.has("d")).isFalse();
            });
  }

  private static Answer refresh(String refreshToken) {
    return ChatClient.withToken(refreshToken).post("/api/token/refresh");
  }

  private static String credentials(String username, String password) {
    return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
  }
}
