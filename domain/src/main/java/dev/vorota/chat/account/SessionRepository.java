package dev.vorota.chat.account;

import dev.vorota.chat.token.RefreshTokenId;
import java.time.Instant;

/**
 * Keeps sessions, each with a digest of its one valid refresh token's id. Every method blocks and
 * throws an unchecked exception when storage fails.
 */
public interface SessionRepository {

  /** Starts a session, and forgets those of the same user that expired before it started. */
  void start(Session session, RefreshTokenId first);

  /**
   * Puts one refresh token in another's place in one atomic step; ends the session where the token
   * shown is not the valid one.
   *
   * @param shown the token that the client holds
   * @param next the token that it gets
   * @param now an expired session is not refreshed
   * @param expiresAt when the session ends by itself from now on
   */
  Rotation rotate(
      SessionId session, RefreshTokenId shown, RefreshTokenId next, Instant now, Instant expiresAt);

  /** Ends a session; does nothing where there is none. */
  void end(SessionId session);

  /** What came of a rotation. */
  enum Rotation {
    /** The next token is the valid one. */
    ROTATED,
    /** The token shown had been replaced before; the session has been ended for it. */
    REUSED,
    /** There is no such session, or it has ended. */
    ENDED
  }
}
