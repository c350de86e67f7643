package dev.vorota.adapters.in.gateway.yaml.document;

import java.util.List;
import java.util.Locale;

/** Tells what must not be shown. */
public final class Secrets {

  private static final List<String> SIGNS =
      List.of(
          "secret",
          "passw",
          "token",
          "credential",
          "authorization",
          "cookie",
          "api-key",
          "apikey",
          "private");

  private Secrets() {}

  /** Whether a name looks like that of a secret: of a key, a variable or a header. */
  public static boolean isSecret(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return SIGNS.stream().anyMatch(plain::contains);
  }

  /** The value without the user and the password of a URL (RFC 3986, section 3.2.1). */
  static String hideIn(String value) {
    int start = value.indexOf("://") + 3;
    if (start < 3) {
      return value;
    }
    int end = start;
    while (end < value.length() && "/?#".indexOf(value.charAt(end)) < 0) {
      end++;
    }
    int at = value.lastIndexOf('@', end - 1);
    return at < start ? value : value.substring(0, start) + "…" + value.substring(at);
  }
}
