package dev.vorota.adapters.in.chat.http;

import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole numbers from query parameters. JAX-RS would answer a broken one with 404, which tells
 * nobody what is wrong.
 */
final class NumberParameter {

  private NumberParameter() {}

  /**
   * @param value as it stands in the query, or null where it is missing
   * @throws ProblemException 400 naming the parameter
   */
  static long read(String name, @Nullable String value, long missing, long least, long most) {
    if (value == null) {
      return missing;
    }
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused(name, value, least, most);
    }
    throw refused(name, value, least, most);
  }

  private static ProblemException refused(String name, String value, long least, long most) {
    String expected =
        most == Long.MAX_VALUE
            ? "a whole number from " + least
            : "a whole number from " + least + " to " + most;
    return ProblemException.invalidInput(new Violation(name, value, expected));
  }
}
