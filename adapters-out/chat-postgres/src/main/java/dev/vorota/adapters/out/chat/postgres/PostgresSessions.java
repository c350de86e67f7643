package dev.vorota.adapters.out.chat.postgres;

import static dev.vorota.adapters.out.chat.postgres.Storage.doInTransaction;
import static dev.vorota.adapters.out.chat.postgres.Storage.inTransaction;

import dev.vorota.chat.account.Session;
import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.SessionRepository;
import dev.vorota.chat.token.RefreshTokenId;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;

/** An ended session is a row that is not there. */
@Singleton
final class PostgresSessions implements SessionRepository {

  @Override
  public void start(Session session, RefreshTokenId first) {
    doInTransaction(
        () -> {
          SessionEntity.delete(
              "userId = ?1 and expiresAt <= ?2", session.user().value(), session.startedAt());
          SessionEntity entity = new SessionEntity();
          entity.id = session.id().value();
          entity.userId = session.user().value();
          entity.refreshDigest = first.digest();
          entity.startedAt = session.startedAt();
          entity.expiresAt = session.expiresAt();
          entity.persist();
        });
  }

  @Override
  public Rotation rotate(
      SessionId session,
      RefreshTokenId shown,
      RefreshTokenId next,
      Instant now,
      Instant expiresAt) {
    return inTransaction(
        () ->
            SessionEntity.<SessionEntity>findByIdOptional(
                    session.value(), LockModeType.PESSIMISTIC_WRITE)
                .filter(entity -> entity.expiresAt.isAfter(now))
                .map(entity -> rotate(entity, shown, next, expiresAt))
                .orElse(Rotation.ENDED));
  }

  @Override
  public void end(SessionId session) {
    doInTransaction(() -> SessionEntity.deleteById(session.value()));
  }

  private static Rotation rotate(
      SessionEntity session, RefreshTokenId shown, RefreshTokenId next, Instant expiresAt) {
    if (!session.refreshDigest.equals(shown.digest())) {
      session.delete();
      return Rotation.REUSED;
    }
    session.refreshDigest = next.digest();
    session.expiresAt = expiresAt;
    return Rotation.ROTATED;
  }
}
