package dev.vorota.gateway.config;

import java.util.List;
import java.util.Locale;

/** Tells by a name whether what bears it must not be shown. */
public final class SecretNames {

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

  private SecretNames() {}

  /** Whether it looks like the name of a secret: of a key, a variable or a header. */
  public static boolean isSecret(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return SIGNS.stream().anyMatch(plain::contains);
  }
}
