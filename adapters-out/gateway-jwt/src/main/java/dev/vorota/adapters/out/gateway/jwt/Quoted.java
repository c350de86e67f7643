package dev.vorota.adapters.out.gateway.jwt;

/** What a stranger wrote, as it may be shown in a sentence that ends up in a header field. */
final class Quoted {

  private static final int MAX_LENGTH = 64;

  private Quoted() {}

  /** The first 64 characters; all but printable ASCII, quotes and backslashes become '?'. */
  static String of(String value) {
    int length = Math.min(value.length(), MAX_LENGTH);
    StringBuilder shown = new StringBuilder(length + 1);
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      shown.append(c < ' ' || c > '~' || c == '"' || c == '\\' ? '?' : c);
    }
    return length < value.length() ? shown.append('~').toString() : shown.toString();
  }
}
