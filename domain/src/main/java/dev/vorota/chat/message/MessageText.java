package dev.vorota.chat.message;

import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;

/**
 * What is said: 1 to 4,000 code points, not all of them blank, valid UTF-16 without control
 * characters other than tab and line feed.
 */
public record MessageText(String value) {

  /** The most code points that a text may have. */
  public static final int LONGEST = 4_000;

  private static final String EXPECTED =
      "1 to " + LONGEST + " characters, not all blank, without control characters";

  /**
   * @throws ProblemException 400 naming the field {@code text} if the form is broken
   */
  public MessageText {
    if (value.isBlank()
        || value.codePointCount(0, value.length()) > LONGEST
        || value.codePoints().anyMatch(MessageText::isRefused)) {
      throw ProblemException.invalidInput(new Violation("text", value, EXPECTED));
    }
  }

  private static boolean isRefused(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint != '\t' && codePoint != '\n';
      case Character.SURROGATE -> true;
      default -> false;
    };
  }
}
