package dev.vorota.application.chat.account;

import dev.vorota.chat.account.AccountProblems;
import dev.vorota.chat.account.Credentials;
import dev.vorota.chat.account.PasswordHash;
import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.UserRepository;
import dev.vorota.chat.account.Username;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Users in memory. */
final class InMemoryUsers implements UserRepository {

  private final Map<Username, Credentials> users = new LinkedHashMap<>();

  @Override
  public void add(User user, PasswordHash hash) {
    if (users.putIfAbsent(user.username(), new Credentials(user, hash)) != null) {
      throw AccountProblems.usernameTaken(user.username());
    }
  }

  @Override
  public Optional<User> find(UserId id) {
    return users.values().stream().map(Credentials::user).filter(u -> u.id().equals(id)).findAny();
  }

  @Override
  public Optional<User> find(Username username) {
    return credentials(username).map(Credentials::user);
  }

  @Override
  public Optional<Credentials> credentials(Username username) {
    return Optional.ofNullable(users.get(username));
  }
}
