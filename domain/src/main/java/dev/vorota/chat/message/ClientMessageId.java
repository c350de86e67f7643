package dev.vorota.chat.message;

import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import java.util.regex.Pattern;

/**
 * The id that the sender's client chose for a message, 1 to 64 of {@code A-Z a-z 0-9 _ -}. The same
 * author sending the same id to the same room again means the same message.
 */
public record ClientMessageId(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /**
   * @throws ProblemException 400 naming the field {@code id} if the form is broken
   */
  public ClientMessageId {
    if (!FORM.matcher(value).matches()) {
      throw ProblemException.invalidInput(
          new Violation("id", value, "1 to 64 of A-Z, a-z, 0-9, '_' and '-'"));
    }
  }
}
