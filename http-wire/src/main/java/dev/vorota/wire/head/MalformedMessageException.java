package dev.vorota.wire.head;

import dev.vorota.problem.Violation;

/** A message that is refused, mostly because its framing can't be relied on. */
public final class MalformedMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final transient Violation violation;

  /**
   * @param field the part of the message that is at fault
   * @param value what was sent, never a secret: an octet of a field's value, not the value
   * @param expected what would have been accepted, as a phrase
   */
  public MalformedMessageException(Refusal refusal, String field, String value, String expected) {
    super(field + " must be " + expected + ".", null, false, false);
    this.refusal = refusal;
    this.violation = new Violation(field, value, expected);
  }

  /** A message that breaks the grammar or the framing rules. */
  public static MalformedMessageException of(String field, String value, String expected) {
    return new MalformedMessageException(Refusal.MALFORMED, field, value, expected);
  }

  /** The same, for one octet that stands where it must not. */
  public static MalformedMessageException at(String field, byte octet, String expected) {
    String hex = Integer.toHexString(octet & 0xff);
    return of(field, (hex.length() < 2 ? "octet 0x0" : "octet 0x") + hex, expected);
  }

  public Refusal refusal() {
    return refusal;
  }

  /** What is wrong and what was expected. */
  public Violation violation() {
    return violation;
  }
}
