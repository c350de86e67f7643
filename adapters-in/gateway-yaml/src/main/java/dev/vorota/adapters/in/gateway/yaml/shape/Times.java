package dev.vorota.adapters.in.gateway.yaml.shape;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lengths of time as documents write them: a whole number and a unit. */
public final class Times {

  /** As a regular expression (of Java and of ECMA-262 alike). */
  static final String PATTERN = "[0-9]{1,9}(?:ms|s|m|h)";

  private Times() {}

  /** The shortest way to write a time of whole milliseconds. */
  public static String text(Duration time) {
    long millis = time.toMillis();
    if (millis % 3_600_000 == 0 && millis > 0) {
      return millis / 3_600_000 + "h";
    }
    if (millis % 60_000 == 0 && millis > 0) {
      return millis / 60_000 + "m";
    }
    return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
  }

  /** The time that a text writes, or null where it writes none. */
  static @Nullable Duration read(String text) {
    if (!text.matches(PATTERN)) {
      return null;
    }
    int unit = text.endsWith("ms") ? text.length() - 2 : text.length() - 1;
    long number = Long.parseLong(text.substring(0, unit));
    return switch (text.substring(unit)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
