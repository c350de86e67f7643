package dev.vorota.chat.account;

import java.util.Optional;

/** Keeps users. Every method blocks and throws an unchecked exception when storage fails. */
public interface UserRepository {

  /**
   * Adds a user and lets the user into the room {@code general}, both or neither.
   *
   * @throws dev.vorota.problem.ProblemException 409 {@code username-taken}
   */
  void add(User user, PasswordHash hash);

  Optional<User> find(UserId id);

  Optional<User> find(Username username);

  Optional<Credentials> credentials(Username username);
}
