package dev.vorota.application.chat.account;

import dev.vorota.chat.account.AccountProblems;
import dev.vorota.chat.account.Credentials;
import dev.vorota.chat.account.Password;
import dev.vorota.chat.account.PasswordHash;
import dev.vorota.chat.account.PasswordHasher;
import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.UserRepository;
import dev.vorota.chat.account.Username;
import dev.vorota.problem.ProblemException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class StoredAccounts implements Accounts {

  private final UserRepository users;
  private final PasswordHasher hasher;
  private final Sessions sessions;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  StoredAccounts(
      UserRepository users,
      PasswordHasher hasher,
      Sessions sessions,
      InstantSource clock,
      Supplier<UUID> ids) {
    this.users = users;
    this.hasher = hasher;
    this.sessions = sessions;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public User register(String username, String password, @Nullable String displayName) {
    Registration form = Registration.of(username, password, displayName);
    // Looked up first, so that a taken name costs no hash; add() decides a race.
    if (users.find(form.username()).isPresent()) {
      throw AccountProblems.usernameTaken(form.username());
    }
    User user =
        new User(
            new UserId(ids.get()),
            form.username(),
            form.displayName(),
            null,
            clock.instant().truncatedTo(ChronoUnit.MICROS)); // as precise as storage keeps it
    users.add(user, hasher.hash(form.password()));
    return user;
  }

  @Override
  public TokenPair login(String username, String password) {
    Optional<Credentials> credentials = users.credentials(possibleUsername(username));
    PasswordHash hash = credentials.map(Credentials::hash).orElse(null);
    if (!hasher.matches(possiblePassword(password), hash)) {
      throw AccountProblems.wrongCredentials();
    }
    return sessions.start(credentials.orElseThrow().user());
  }

  @Override
  public TokenPair refresh(String refreshToken) {
    return sessions.refresh(refreshToken);
  }

  @Override
  public void logout(SessionId session) {
    sessions.end(session);
  }

  @Override
  public User user(UserId id) {
    return users.find(id).orElseThrow(() -> AccountProblems.noSuchUser(id));
  }

  @Override
  public User user(Username username) {
    return users.find(username).orElseThrow(() -> AccountProblems.noSuchUser(username));
  }

  /** A name that nobody can have is answered at once: that tells nothing that its form does not. */
  private static Username possibleUsername(String username) {
    try {
      return new Username(username);
    } catch (ProblemException e) {
      throw AccountProblems.wrongCredentials();
    }
  }

  private static Password possiblePassword(String password) {
    try {
      return new Password(password);
    } catch (ProblemException e) {
      throw AccountProblems.wrongCredentials();
    }
  }
}
