package dev.vorota.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param field where: a JSON member, header or parameter by its name
 * @param value what was sent, shortened where it is long; never a secret
 * @param expected what would have been accepted, as a phrase
 */
public record Violation(String field, String value, String expected) {

  private static final int LONGEST_VALUE = 80;

  public Violation {
    if (value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
  }
}
