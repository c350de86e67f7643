package dev.vorota.application.chat.avatar;

import dev.vorota.application.chat.account.Accounts;
import dev.vorota.application.chat.account.TokenPair;
import dev.vorota.chat.account.DisplayName;
import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.avatar.AvatarVersion;
import dev.vorota.chat.avatar.AvatarVersions;
import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Users without a database; nobody logs in here. */
final class InMemoryUsers implements Accounts, AvatarVersions {

  private final Map<UserId, User> users = new ConcurrentHashMap<>();

  User add(String name) {
    User user =
        new User(
            new UserId(new UUID(0, users.size() + 1)),
            new Username(name),
            new DisplayName(name),
            null,
            Instant.EPOCH);
    users.put(user.id(), user);
    return user;
  }

  @Override
  public synchronized @Nullable AvatarVersion set(UserId id, @Nullable AvatarVersion version) {
    User old = users.get(id);
    if (old == null) {
      return null;
    }
    users.put(id, new User(id, old.username(), old.displayName(), version, old.createdAt()));
    return old.avatar();
  }

  @Override
  public User user(UserId id) {
    return find(user -> user.id().equals(id));
  }

  @Override
  public User user(Username username) {
    return find(user -> user.username().equals(username));
  }

  @Override
  public User register(String username, String password, @Nullable String displayName) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TokenPair login(String username, String password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TokenPair refresh(String refreshToken) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void logout(SessionId session) {
    throw new UnsupportedOperationException();
  }

  private User find(Predicate<User> wanted) {
    return users.values().stream()
        .filter(wanted)
        .findAny()
        .orElseThrow(
            () -> new ProblemException(Problem.of("no-such-user", 404, "No such user", "None.")));
  }
}
