package dev.vorota.application.chat.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.vorota.chat.account.DisplayName;
import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.token.AccessToken;
import dev.vorota.chat.token.RefreshToken;
import dev.vorota.chat.token.TokenLifetimes;
import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccountsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00.123456789Z");
  private static final String PASSWORD = "correct horse";

  private Instant now = START;
  private final WatchedHasher hasher = new WatchedHasher();
  private final InMemoryTokens tokens = new InMemoryTokens();
  private final Accounts accounts =
      Accounts.of(
          new InMemoryUsers(),
          hasher,
          new Sessions(
              new InMemorySessions(),
              tokens,
              tokens,
              new TokenLifetimes(Duration.ofMinutes(15), Duration.ofDays(30)),
              () -> now,
              UUID::randomUUID),
          () -> now,
          UUID::randomUUID);

  @Test
  void opensAccount() {
    User anna = accounts.register("anna", PASSWORD, "Анна");

    assertThat(anna.displayName()).isEqualTo(new DisplayName("Анна"));
    assertThat(anna.createdAt()).isEqualTo("2026-03-01T10:00:00.123456Z");
    assertThat(accounts.user(anna.id())).isEqualTo(anna);
    assertThat(accounts.user(new Username("anna"))).isEqualTo(anna);
  }

  @Test
  void showsUsernameWhereNoOtherNameIsGiven() {
    assertThat(accounts.register("anna", PASSWORD, null).displayName())
        .isEqualTo(new DisplayName("anna"));
  }

  @Test
  void tellsEveryViolationAtOnceAndHidesThePassword() {
    Problem problem = problem(() -> accounts.register("A", "short", " "));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.violations())
        .extracting(Violation::field, Violation::value)
        .containsExactly(
            tuple("username", "A"), tuple("password", "…"), tuple("display_name", " "));
    assertThat(hasher.work()).isZero();
  }

  @Test
  void refusesUsernameThatIsTakenBeforeTheSlowWork() {
    accounts.register("anna", PASSWORD, null);
    int work = hasher.work();

    assertThat(problem(() -> accounts.register("anna", PASSWORD, null)).kind())
        .isEqualTo("username-taken");
    assertThat(hasher.work()).isEqualTo(work);
  }

  @Test
  void logsIn() {
    User anna = accounts.register("anna", PASSWORD, null);

    TokenPair pair = accounts.login("anna", PASSWORD);

    AccessToken access = tokens.access(pair.accessToken());
    RefreshToken refresh = tokens.refresh(pair.refreshToken());
    assertThat(access.user()).isEqualTo(anna.id());
    assertThat(access.expiresAt()).isEqualTo("2026-03-01T10:15:00Z");
    assertThat(refresh.expiresAt()).isEqualTo("2026-03-31T10:00:00Z");
    assertThat(refresh.session()).isEqualTo(access.session());
    assertThat(pair.expiresIn()).isEqualTo(Duration.ofMinutes(15));
    assertThat(pair.toString()).doesNotContain(pair.accessToken(), pair.refreshToken());
  }

  @Test
  void tellsByNothingWhetherTheNameExists() {
    accounts.register("anna", PASSWORD, null);

    int before = hasher.work();
    Problem wrong = problem(() -> accounts.login("anna", "wrong password"));
    int forWrong = hasher.work() - before;
    before = hasher.work();
    Problem unknown = problem(() -> accounts.login("nobody", "wrong password"));
    int forUnknown = hasher.work() - before;

    assertThat(wrong.kind()).isEqualTo("wrong-credentials");
    assertThat(unknown).isEqualTo(wrong);
    assertThat(forUnknown).isEqualTo(forWrong).isEqualTo(1);
  }

  @Test
  void refusesWhatNobodyCanHaveInTheSameWords() {
    Problem impossible = problem(() -> accounts.login("NOBODY", PASSWORD));

    assertThat(problem(() -> accounts.login("nobody", PASSWORD))).isEqualTo(impossible);
    assertThat(problem(() -> accounts.login("nobody", "x".repeat(100_000)))).isEqualTo(impossible);
  }

  @Test
  void refreshesWithinTheSameSession() {
    accounts.register("anna", PASSWORD, null);
    TokenPair first = accounts.login("anna", PASSWORD);
    now = START.plus(Duration.ofMinutes(20));

    TokenPair second = accounts.refresh(first.refreshToken());

    assertThat(tokens.access(second.accessToken()).session())
        .isEqualTo(tokens.access(first.accessToken()).session());
    assertThat(tokens.access(second.accessToken()).expiresAt()).isEqualTo("2026-03-01T10:35:00Z");
    assertThat(accounts.refresh(second.refreshToken())).isNotNull();
  }

  @Test
  void endsTheSessionWhereReplacedTokenIsShown() {
    accounts.register("anna", PASSWORD, null);
    TokenPair first = accounts.login("anna", PASSWORD);
    TokenPair second = accounts.refresh(first.refreshToken());

    assertThat(problem(() -> accounts.refresh(first.refreshToken())).detail())
        .contains("was used before");
    assertThat(problem(() -> accounts.refresh(second.refreshToken())).kind())
        .isEqualTo("refresh-refused");
    assertThat(accounts.login("anna", PASSWORD)).isNotNull();
  }

  @Test
  void endsTheSessionThatLogsOutAndNoOther() {
    accounts.register("anna", PASSWORD, null);
    TokenPair here = accounts.login("anna", PASSWORD);
    TokenPair there = accounts.login("anna", PASSWORD);

    accounts.logout(tokens.access(here.accessToken()).session());

    assertThat(problem(() -> accounts.refresh(here.refreshToken())).status()).isEqualTo(401);
    assertThat(accounts.refresh(there.refreshToken())).isNotNull();
  }

  @Test
  void refusesRefreshTokenThatIsNone() {
    Problem problem = problem(() -> accounts.refresh("nothing"));

    assertThat(problem.kind()).isEqualTo("refresh-refused");
    assertThat(problem.detail()).isEqualTo("The token is unknown.");
  }

  @Test
  void tellsThatUserDoesNotExist() {
    UserId nobody = new UserId(UUID.randomUUID());

    assertThat(problem(() -> accounts.user(nobody)).kind()).isEqualTo("no-such-user");
    assertThat(problem(() -> accounts.user(new Username("nobody"))).status()).isEqualTo(404);
  }

  private static Problem problem(ThrowingCallable work) {
    return catchThrowableOfType(ProblemException.class, work).problem();
  }
}
