package dev.vorota.application.chat.account;

import dev.vorota.chat.account.PasswordHasher;
import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.UserRepository;
import dev.vorota.chat.account.Username;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Accounts and the sessions that are logged in to them. */
public interface Accounts {

  /**
   * @param ids makes random ids for users
   */
  static Accounts of(
      UserRepository users,
      PasswordHasher hasher,
      Sessions sessions,
      InstantSource clock,
      Supplier<UUID> ids) {
    return new StoredAccounts(users, hasher, sessions, clock, ids);
  }

  /**
   * Opens an account; its user is in the room {@code general} from the start.
   *
   * @param displayName the name that others see; the username where it is null
   * @throws dev.vorota.problem.ProblemException 400 for a broken form (every violation at once),
   *     409 {@code username-taken}
   */
  User register(String username, String password, @Nullable String displayName);

  /**
   * Starts a session.
   *
   * @throws dev.vorota.problem.ProblemException 401 {@code wrong-credentials}, the same in words
   *     and in time whether or not the name exists
   */
  TokenPair login(String username, String password);

  /**
   * Replaces a refresh token. One that was replaced before ends its whole session.
   *
   * @throws dev.vorota.problem.ProblemException 401 {@code refresh-refused}
   */
  TokenPair refresh(String refreshToken);

  /** Ends a session; does nothing where it has ended. */
  void logout(SessionId session);

  /**
   * @throws dev.vorota.problem.ProblemException 404 {@code no-such-user}
   */
  User user(UserId id);

  /**
   * @throws dev.vorota.problem.ProblemException 404 {@code no-such-user}
   */
  User user(Username username);
}
