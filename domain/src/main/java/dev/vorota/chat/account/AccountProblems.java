package dev.vorota.chat.account;

import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;

/** The problems that accounts can have. */
public final class AccountProblems {

  private AccountProblems() {}

  public static ProblemException usernameTaken(Username username) {
    return new ProblemException(
        Problem.of(
            "username-taken",
            409,
            "The username is taken",
            "Somebody has the username " + username + "; choose another."));
  }

  public static ProblemException noSuchUser(Object user) {
    return new ProblemException(
        Problem.of("no-such-user", 404, "No such user", "There is no user " + user + "."));
  }

  /** The same for an unknown name as for a wrong password, so that it tells neither. */
  public static ProblemException wrongCredentials() {
    return new ProblemException(
        Problem.of(
            "wrong-credentials",
            401,
            "Wrong credentials",
            "There is no account with this username and password."));
  }

  /**
   * @param reason one sentence
   */
  public static ProblemException refreshRefused(String reason) {
    return new ProblemException(
        Problem.of("refresh-refused", 401, "The refresh token is refused", reason));
  }
}
