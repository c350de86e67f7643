package dev.vorota.adapters.in.gateway.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The value of {@code Date} (RFC 9110, section 5.6.7), written anew once a second. */
final class HttpDate {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final long SECOND_MILLIS = 1_000;

  private long second = -1;
  private String text = "";

  String at(long epochMillis) {
    long now = epochMillis / SECOND_MILLIS;
    if (now != second) {
      second = now;
      text = FORM.format(Instant.ofEpochSecond(now));
    }
    return text;
  }
}
