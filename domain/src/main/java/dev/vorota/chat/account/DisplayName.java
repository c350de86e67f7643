package dev.vorota.chat.account;

import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import java.text.Normalizer;

/**
 * The name that others see: 1 to 64 code points in Unicode's NFC, without control or format
 * characters, unassigned or private ones, and with no space but U+0020, none at either end.
 */
public record DisplayName(String value) {

  private static final int LONGEST = 64;
  private static final String EXPECTED =
      "1 to 64 visible characters, with plain single spaces inside only";

  /**
   * @throws ProblemException 400 naming the field {@code display_name} if the form is broken
   */
  public DisplayName {
    value = Normalizer.normalize(value, Normalizer.Form.NFC);
    int length = value.codePointCount(0, value.length());
    if (length < 1
        || length > LONGEST
        || !value.codePoints().allMatch(DisplayName::isVisible)
        || value.startsWith(" ")
        || value.endsWith(" ")
        || value.contains("  ")) {
      throw ProblemException.invalidInput(new Violation("display_name", value, EXPECTED));
    }
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      default -> true;
    };
  }

  @Override
  public String toString() {
    return value;
  }
}
