package dev.vorota.chat.account;

import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import java.util.regex.Pattern;

/**
 * The name by which a user logs in and is addressed: 3 to 32 of {@code a-z 0-9 . _ -}, the first of
 * them a letter or digit. ASCII only, so that no two names look alike.
 */
public record Username(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{2,31}");
  private static final String EXPECTED =
      "3 to 32 of a-z, 0-9, '.', '_' and '-', starting with a letter or digit";

  /**
   * @throws ProblemException 400 naming the field {@code username} if the form is broken
   */
  public Username {
    if (!FORM.matcher(value).matches()) {
      throw ProblemException.invalidInput(new Violation("username", value, EXPECTED));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
