package dev.vorota.chat.account;

import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import java.text.Normalizer;

/**
 * What only the user knows: 8 to 128 code points of valid UTF-16, taken as they are. It shows
 * itself to nobody but the hasher.
 */
public record Password(String value) {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  /**
   * @throws ProblemException 400 naming the field {@code password} if the form is broken
   */
  public Password {
    value = Normalizer.normalize(value, Normalizer.Form.NFC);
    int length = value.codePointCount(0, value.length());
    if (length < SHORTEST || length > LONGEST || value.codePoints().anyMatch(Password::isHalf)) {
      throw ProblemException.invalidInput(
          new Violation("password", "…", SHORTEST + " to " + LONGEST + " characters"));
    }
  }

  /** Whether the code point is half of a surrogate pair, which has no UTF-8 form. */
  private static boolean isHalf(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  @Override
  public String toString() {
    return "Password[…]";
  }
}
