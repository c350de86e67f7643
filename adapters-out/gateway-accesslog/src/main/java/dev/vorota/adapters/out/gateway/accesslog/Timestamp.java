package dev.vorota.adapters.out.gateway.accesslog;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes instants as {@code 2026-01-31T12:00:00.007Z}, always with milliseconds. The part up to the
 * second is kept, since most exchanges share it with the one before.
 */
final class Timestamp {

  private static final DateTimeFormatter TO_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.");

  private long second = Long.MIN_VALUE;
  private String prefix = "";

  /**
   * @param epochMillis since the epoch
   */
  String format(long epochMillis) {
    long epochSecond = Math.floorDiv(epochMillis, 1_000L);
    int millis = (int) Math.floorMod(epochMillis, 1_000L);
    if (epochSecond != second) {
      prefix = TO_SECOND.format(LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC));
      second = epochSecond;
    }
    return prefix + (millis < 10 ? "00" : millis < 100 ? "0" : "") + millis + "Z";
  }
}
