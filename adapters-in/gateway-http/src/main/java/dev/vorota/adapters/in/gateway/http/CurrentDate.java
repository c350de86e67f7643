package dev.vorota.adapters.in.gateway.http;

import dev.vorota.gateway.http.HttpDate;

/** The value of {@code Date} (RFC 9110, section 6.6.1), written anew once a second. */
final class CurrentDate {

  private static final long SECOND_MILLIS = 1_000;

  private long second = -1;
  private String text = "";

  String at(long epochMillis) {
    long now = epochMillis / SECOND_MILLIS;
    if (now != second) {
      second = now;
      text = HttpDate.format(now);
    }
    return text;
  }
}
