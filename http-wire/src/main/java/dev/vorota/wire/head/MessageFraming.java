package dev.vorota.wire.head;

import java.util.Locale;

/** What a head's fields say of where its body ends (RFC 9112, section 6). */
public final class MessageFraming {

  /** What {@link #contentLength()} says where the head gives no length. */
  public static final long NO_LENGTH = -1;

  private static final int MOST_DIGITS = 18;

  private long contentLength = NO_LENGTH;
  private boolean chunked;

  void reset() {
    contentLength = NO_LENGTH;
    chunked = false;
  }

  /** The body's length in octets, or {@link #NO_LENGTH}. */
  public long contentLength() {
    return contentLength;
  }

  /** Whether the body comes in chunks. */
  public boolean isChunked() {
    return chunked;
  }

  /** Whether a request with this framing has a body at all. */
  public boolean announcesBody() {
    return chunked || contentLength > 0;
  }

  /**
   * Takes one field in.
   *
   * @throws MalformedMessageException if the framing can't be relied on
   */
  void take(Head head, int field, KnownField known) {
    if (known == KnownField.CONTENT_LENGTH) {
      if (contentLength != NO_LENGTH) {
        throw MalformedMessageException.of("Content-Length", head.value(field), "given once");
      }
      contentLength = parseLength(head.value(field));
    } else if (known == KnownField.TRANSFER_ENCODING) {
      if (chunked || !head.isValue(field, "chunked")) {
        throw badCoding(head.value(field));
      }
      chunked = true;
    }
    if (chunked && contentLength != NO_LENGTH) {
      throw MalformedMessageException.of(
          "Content-Length", Long.toString(contentLength), "absent beside Transfer-Encoding");
    }
  }

  private static long parseLength(String value) {
    long length = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw badLength(value);
      }
      length = length * 10 + digit;
    }
    if (value.isEmpty() || value.length() > MOST_DIGITS) {
      throw badLength(value);
    }
    return length;
  }

  private static MalformedMessageException badLength(String value) {
    return MalformedMessageException.of(
        "Content-Length", value, "one number of octets in at most " + MOST_DIGITS + " digits");
  }

  /** Another coding under the chunks may be good HTTP; chunks that do not come last are not. */
  private MalformedMessageException badCoding(String value) {
    int last = value.lastIndexOf(',') + 1;
    boolean unknown =
        !chunked
            && last > 0
            && value.substring(last).strip().equalsIgnoreCase("chunked")
            && !value.substring(0, last).toLowerCase(Locale.ROOT).contains("chunked");
    return new MalformedMessageException(
        unknown ? Refusal.TRANSFER_CODING : Refusal.MALFORMED,
        "Transfer-Encoding",
        value,
        "chunked, given once");
  }
}
