package dev.vorota.adapters.out.chat.postgres;

import static dev.vorota.adapters.out.chat.postgres.Chat.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.chat.account.Session;
import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.SessionRepository;
import dev.vorota.chat.account.SessionRepository.Rotation;
import dev.vorota.chat.account.User;
import dev.vorota.chat.token.RefreshTokenId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresSessionsTest {

  private static final Instant LATER = NOW.plusSeconds(600);
  private static final Instant LATER_STILL = LATER.plusSeconds(600);

  @Inject SessionRepository sessions;
  @Inject Chat chat;

  private final RefreshTokenId first = token();
  private final RefreshTokenId second = token();
  private final RefreshTokenId third = token();

  @Test
  void putsEachTokenInTheOneBeforesPlace() {
    SessionId session = start();

    assertThat(rotate(session, first, second, NOW)).isEqualTo(Rotation.ROTATED);
    assertThat(rotate(session, second, third, LATER)).isEqualTo(Rotation.ROTATED);
  }

  @Test
  void endsTheSessionWhereReplacedTokenIsShown() {
    SessionId session = start();
    rotate(session, first, second, NOW);

    assertThat(rotate(session, first, third, NOW)).isEqualTo(Rotation.REUSED);
    assertThat(rotate(session, second, third, NOW)).isEqualTo(Rotation.ENDED);
  }

  @Test
  void rotatesOnceWhenManyShowTheSameTokenAtOnce() throws InterruptedException, ExecutionException {
    SessionId session = start();

    List<Rotation> outcomes = Together.run(8, _ -> rotate(session, first, token(), NOW));

    assertThat(Collections.frequency(outcomes, Rotation.ROTATED)).isEqualTo(1);
    assertThat(Collections.frequency(outcomes, Rotation.REUSED)).isEqualTo(1);
    assertThat(Collections.frequency(outcomes, Rotation.ENDED)).isEqualTo(6);
  }

  @Test
  void refusesExpiredSession() {
    SessionId session = start();

    assertThat(rotate(session, first, second, LATER)).isEqualTo(Rotation.ENDED);
  }

  @Test
  void refusesEndedSession() {
    SessionId session = start();
    sessions.end(session);
    sessions.end(session);

    assertThat(rotate(session, first, second, NOW)).isEqualTo(Rotation.ENDED);
  }

  @Test
  void forgetsExpiredSessionsOfTheUserAndNoOthers() {
    User user = chat.user();
    SessionId expired = start(user, NOW);
    SessionId valid = start(user, NOW.plusSeconds(1));
    start(user, LATER);

    assertThat(rotate(expired, first, second, NOW)).isEqualTo(Rotation.ENDED);
    assertThat(rotate(valid, first, second, NOW)).isEqualTo(Rotation.ROTATED);
  }

  private SessionId start() {
    return start(chat.user(), NOW);
  }

  private SessionId start(User user, Instant at) {
    SessionId id = new SessionId(UUID.randomUUID());
    sessions.start(new Session(id, user.id(), at, at.plusSeconds(600)), first);
    return id;
  }

  private Rotation rotate(
      SessionId session, RefreshTokenId shown, RefreshTokenId next, Instant now) {
    return sessions.rotate(session, shown, next, now, LATER_STILL);
  }

  private static RefreshTokenId token() {
    return new RefreshTokenId(UUID.randomUUID());
  }
}
