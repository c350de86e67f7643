package dev.vorota.gateway.health;

/**
 * Statuses from one to another.
 *
 * @param first from 100 to 599
 * @param last not below the first
 */
public record StatusRange(int first, int last) {

  /** The statuses of success. */
  public static final StatusRange SUCCESS = new StatusRange(200, 299);

  public StatusRange {
    if (first < 100 || last > 599 || last < first) {
      throw new IllegalArgumentException(
          "Expected a status from 100 to 599 or a range such as 200-299: "
              + (first == last ? "" + first : first + "-" + last)
              + ".");
    }
  }

  /**
   * Reads {@code 204} or {@code 200-299}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static StatusRange parse(String text) {
    int dash = text.indexOf('-');
    int first = number(dash < 0 ? text : text.substring(0, dash), text);
    return new StatusRange(first, dash < 0 ? first : number(text.substring(dash + 1), text));
  }

  public boolean contains(int status) {
    return status >= first && status <= last;
  }

  private static int number(String digits, String whole) {
    if (digits.length() != 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException(
          "Expected a status from 100 to 599 or a range such as 200-299: " + whole + ".");
    }
    return Integer.parseInt(digits);
  }
}
