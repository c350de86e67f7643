package dev.vorota.adapters.out.chat.images;

/** A picture breaks the rules of its own format. */
final class CorruptPictureException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  CorruptPictureException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Which rule, as a clause. */
  String reason() {
    return reason;
  }
}
