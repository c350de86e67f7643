package dev.vorota.application.chat.account;

import dev.vorota.chat.account.DisplayName;
import dev.vorota.chat.account.Password;
import dev.vorota.chat.account.Username;
import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A filled-in form for an account. */
record Registration(Username username, Password password, DisplayName displayName) {

  /**
   * @param displayName the username where it is null
   * @throws ProblemException 400 with every violation of every field
   */
  static Registration of(String username, String password, @Nullable String displayName) {
    List<Violation> violations = new ArrayList<>();
    Username name = read(() -> new Username(username), violations);
    Password secret = read(() -> new Password(password), violations);
    DisplayName shown =
        displayName == null
            ? name == null ? null : new DisplayName(name.value())
            : read(() -> new DisplayName(displayName), violations);
    if (name == null || secret == null || shown == null) {
      throw ProblemException.invalidInput(violations);
    }
    return new Registration(name, secret, shown);
  }

  private static <T> @Nullable T read(Supplier<T> field, List<Violation> violations) {
    try {
      return field.get();
    } catch (ProblemException e) {
      violations.addAll(e.problem().violations());
      return null;
    }
  }
}
