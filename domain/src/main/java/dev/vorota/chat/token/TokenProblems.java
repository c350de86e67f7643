package dev.vorota.chat.token;

import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;

/** The problems that tokens can have. */
public final class TokenProblems {

  private TokenProblems() {}

  /**
   * @param reason one sentence that does not show the token
   */
  public static ProblemException invalidToken(String reason) {
    return new ProblemException(Problem.of("invalid-token", 401, "The token is not valid", reason));
  }
}
