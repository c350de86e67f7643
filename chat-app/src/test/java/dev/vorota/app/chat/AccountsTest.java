package dev.vorota.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.app.chat.ChatClient.Login;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class AccountsTest {

  @Test
  void registersAUser() {
    String username = ChatClient.freshName();
    Answer answer =
        ChatClient.anonymous()
            .post(
                "/api/register",
                """
                {"username":"%s","password":"correct horse","display_name":"Ада Лавлейс"}
                """
                    .formatted(username));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/api/users/" + username);
    assertThat(answer.text("username")).isEqualTo(username);
    assertThat(answer.text("display_name")).isEqualTo("Ада Лавлейс");
    assertThat(answer.json().get("avatar").isNull()).isTrue();
    assertThat(answer.text("created_at")).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    assertThat(answer.json()).hasSize(4);
  }

  @Test
  void showsTheUsernameWhereThereIsNoDisplayName() {
    Login login = ChatClient.login();
    assertThat(login.client().get("/api/me").text("display_name")).isEqualTo(login.username());
  }

  @Test
  void refusesANameThatIsTaken() {
    String username = ChatClient.register();
    Answer answer = ChatClient.anonymous().post("/api/register", form(username));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("username-taken");
  }

  @Test
  void letsOneOfManyHaveANameThatTheyWantAtOnce() throws Exception {
    String form = form(ChatClient.freshName());
    Callable<Integer> register = () -> ChatClient.anonymous().post("/api/register", form).status();
    List<Integer> statuses;
    try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
      statuses =
          users.invokeAll(Stream.generate(() -> register).limit(8).toList()).stream()
              .map(Future::resultNow)
              .sorted()
              .toList();
    }
    assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
  }

  @Test
  void showsUsersToUsersOnly() {
    Login login = ChatClient.login();
    String path = "/api/users/" + ChatClient.register();
    assertThat(login.client().get(path).status()).isEqualTo(200);
    Answer refused = ChatClient.anonymous().get(path);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.problem()).isEqualTo("token-required");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"vorota\"");
  }

  @Test
  void knowsNoUserWhoIsNotThere() {
    Answer answer = ChatClient.login().client().get("/api/users/nobody-at-all");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("no-such-user");
  }

  private static String form(String username) {
    return "{\"username\":\"" + username + "\",\"password\":\"correct horse\"}";
  }
}
