package dev.vorota.application.chat.account;

import dev.vorota.chat.account.AccountProblems;
import dev.vorota.chat.account.Session;
import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.SessionRepository;
import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.token.AccessToken;
import dev.vorota.chat.token.RefreshToken;
import dev.vorota.chat.token.RefreshTokenId;
import dev.vorota.chat.token.TokenIssuer;
import dev.vorota.chat.token.TokenLifetimes;
import dev.vorota.chat.token.TokenReader;
import dev.vorota.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

/** Sessions and the pairs of tokens that they live by. Every method blocks. */
public final class Sessions {

  private final SessionRepository sessions;
  private final TokenIssuer issuer;
  private final TokenReader reader;
  private final TokenLifetimes lifetimes;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  /**
   * @param ids makes ids that nobody can guess
   */
  public Sessions(
      SessionRepository sessions,
      TokenIssuer issuer,
      TokenReader reader,
      TokenLifetimes lifetimes,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.sessions = sessions;
    this.issuer = issuer;
    this.reader = reader;
    this.lifetimes = lifetimes;
    this.clock = clock;
    this.ids = ids;
  }

  TokenPair start(User user) {
    Instant now = now();
    SessionId session = new SessionId(ids.get());
    RefreshTokenId first = new RefreshTokenId(ids.get());
    sessions.start(new Session(session, user.id(), now, now.plus(lifetimes.refresh())), first);
    return issue(user.id(), user.username(), session, first, now);
  }

  TokenPair refresh(String jwt) {
    RefreshToken shown = read(jwt);
    Instant now = now();
    RefreshTokenId next = new RefreshTokenId(ids.get());
    return switch (sessions.rotate(
        shown.session(), shown.id(), next, now, now.plus(lifetimes.refresh()))) {
      case ROTATED -> issue(shown.user(), shown.username(), shown.session(), next, now);
      case REUSED ->
          throw AccountProblems.refreshRefused(
              "The refresh token was used before, so its session has ended; log in again.");
      case ENDED -> throw AccountProblems.refreshRefused("The session has ended; log in again.");
    };
  }

  void end(SessionId session) {
    sessions.end(session);
  }

  private RefreshToken read(String jwt) {
    try {
      return reader.refresh(jwt);
    } catch (ProblemException e) {
      throw AccountProblems.refreshRefused(e.problem().detail());
    }
  }

  private TokenPair issue(
      UserId user, Username username, SessionId session, RefreshTokenId refresh, Instant now) {
    String accessToken =
        issuer.issue(new AccessToken(user, username, session, now.plus(lifetimes.access())));
    String refreshToken =
        issuer.issue(
            new RefreshToken(refresh, user, username, session, now.plus(lifetimes.refresh())));
    return new TokenPair(accessToken, lifetimes.access(), refreshToken);
  }

  /** JWTs know whole seconds only. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
