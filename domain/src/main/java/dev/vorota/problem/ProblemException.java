package dev.vorota.problem;

import java.util.List;

/** A request that can't be served, for a reason that its sender is to be told. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** A 400 for input that breaks the stated rules. */
  public static ProblemException invalidInput(Violation... violations) {
    return invalidInput(List.of(violations));
  }

  /** A 400 for input that breaks the stated rules. */
  public static ProblemException invalidInput(List<Violation> violations) {
    StringBuilder detail = new StringBuilder();
    for (Violation violation : violations) {
      if (!detail.isEmpty()) {
        detail.append(' ');
      }
      detail.append(violation.field()).append(" must be ").append(violation.expected()).append('.');
    }
    return new ProblemException(
        new Problem("invalid-input", 400, "The input is not valid", detail.toString(), violations));
  }

  public Problem problem() {
    return problem;
  }
}
