package dev.vorota.gateway.http;

import static java.time.temporal.ChronoField.YEAR;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/** Dates as fields hold them, to the second (RFC 9110, section 5.6.7). */
public final class HttpDate {

  /** What stands for a date that is not there. */
  public static final long NONE = Long.MIN_VALUE;

  private static final DateTimeFormatter FIXED = form("EEE, dd MMM uuuu HH:mm:ss 'GMT'");

  /** The forms that a recipient must read: today's, that of RFC 850, and that of C's asctime. */
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          FIXED,
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(YEAR, 2, 2, 1970)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH),
          form("EEE MMM ppd HH:mm:ss uuuu"));

  private HttpDate() {}

  /** The form in which dates are sent. */
  public static String format(long epochSecond) {
    return FIXED.format(LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC));
  }

  /** Reads any of the three forms: seconds since 1970, or {@link #NONE} where it is no date. */
  public static long parse(String text) {
    for (DateTimeFormatter form : FORMS) {
      // Tells without an exception that a text has another form.
      ParsePosition end = new ParsePosition(0);
      if (form.parseUnresolved(text, end) != null && end.getIndex() == text.length()) {
        return resolve(form, text);
      }
    }
    return NONE;
  }

  private static long resolve(DateTimeFormatter form, String text) {
    try {
      return LocalDateTime.parse(text, form).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException noSuchDay) {
      return NONE;
    }
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
