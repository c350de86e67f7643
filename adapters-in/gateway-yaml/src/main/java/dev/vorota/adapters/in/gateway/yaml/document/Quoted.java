package dev.vorota.adapters.in.gateway.yaml.document;

import java.util.Locale;

/** A text between quotation marks, on one line and not too long. */
final class Quoted {

  private static final int LONGEST = 80;

  private Quoted() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().limit(LONGEST).forEach(c -> append(quoted, c));
    return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "…\"" : "\"").toString();
  }

  private static void append(StringBuilder quoted, int c) {
    switch (c) {
      case '\n' -> quoted.append("\\n");
      case '\t' -> quoted.append("\\t");
      case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
      default -> {
        if (Character.isISOControl(c)) {
          quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
        } else {
          quoted.appendCodePoint(c);
        }
      }
    }
  }
}
