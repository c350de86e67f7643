package dev.vorota.application.chat.account;

import dev.vorota.chat.account.Session;
import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.SessionRepository;
import dev.vorota.chat.token.RefreshTokenId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Sessions in memory, by the same rules as any storage. */
final class InMemorySessions implements SessionRepository {

  private record Held(RefreshTokenId valid, Instant expiresAt) {}

  private final Map<SessionId, Held> sessions = new HashMap<>();

  @Override
  public void start(Session session, RefreshTokenId first) {
    sessions.put(session.id(), new Held(first, session.expiresAt()));
  }

  @Override
  public Rotation rotate(
      SessionId session,
      RefreshTokenId shown,
      RefreshTokenId next,
      Instant now,
      Instant expiresAt) {
    Held held = sessions.get(session);
    if (held == null || !held.expiresAt().isAfter(now)) {
      return Rotation.ENDED;
    }
    if (!held.valid().equals(shown)) {
      sessions.remove(session);
      return Rotation.REUSED;
    }
    sessions.put(session, new Held(next, expiresAt));
    return Rotation.ROTATED;
  }

  @Override
  public void end(SessionId session) {
    sessions.remove(session);
  }
}
