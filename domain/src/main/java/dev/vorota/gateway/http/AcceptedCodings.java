package dev.vorota.gateway.http;

import static dev.vorota.gateway.http.FieldText.afterCommas;
import static dev.vorota.gateway.http.FieldText.afterSpace;
import static dev.vorota.gateway.http.FieldText.isAt;

import java.util.List;

/**
 * How much a client wants each coding, as its {@code Accept-Encoding} says (RFC 9110, section
 * 12.5.3). An element that breaks the grammar counts as if it were not there; of a coding that is
 * named twice the higher weight counts.
 */
public final class AcceptedCodings {

  /** The weights are thousandths. */
  private static final int ONE = 1_000;

  /** What a coding has that nothing was said of. Without coding, that is still acceptable. */
  private static final int UNSAID = -1;

  private static final int MALFORMED = -2;

  private int zstd = UNSAID;
  private int brotli = UNSAID;
  private int gzip = UNSAID;
  private int identity = UNSAID;
  private int others = UNSAID;

  private AcceptedCodings() {}

  /**
   * @param values of the field's lines
   */
  public static AcceptedCodings of(List<String> values) {
    AcceptedCodings accepted = new AcceptedCodings();
    for (int i = 0; i < values.size(); i++) {
      accepted.read(values.get(i));
    }
    return accepted;
  }

  /** The weight of a coding in thousandths: 0 or less where it is not wanted. */
  public int weight(ContentCoding coding) {
    int said =
        switch (coding) {
          case ZSTD -> zstd;
          case BROTLI -> brotli;
          case GZIP -> gzip;
          case IDENTITY -> identity;
        };
    return said == UNSAID ? others : said;
  }

  /** Whether the client said that it does not take content without a coding. */
  public boolean refusesIdentity() {
    return weight(ContentCoding.IDENTITY) == 0;
  }

  private void read(String value) {
    int at = afterCommas(value, 0);
    while (at < value.length()) {
      int end = value.indexOf(',', at);
      end = end < 0 ? value.length() : end;
      element(value, at, end);
      at = afterCommas(value, end);
    }
  }

  private void element(String value, int start, int end) {
    int nameEnd = start;
    while (nameEnd < end && " \t;".indexOf(value.charAt(nameEnd)) < 0) {
      nameEnd++;
    }
    int weight = weight(value, nameEnd, end);
    if (weight == MALFORMED) {
      return;
    }
    if (is(value, start, nameEnd, "zstd")) {
      zstd = Math.max(zstd, weight);
    } else if (is(value, start, nameEnd, "br")) {
      brotli = Math.max(brotli, weight);
    } else if (is(value, start, nameEnd, "gzip") || is(value, start, nameEnd, "x-gzip")) {
      gzip = Math.max(gzip, weight);
    } else if (is(value, start, nameEnd, "identity")) {
      identity = Math.max(identity, weight);
    } else if (is(value, start, nameEnd, "*")) {
      others = Math.max(others, weight);
    }
  }

  /** Reads {@code ;q=0.5} (RFC 9110, section 12.4.2); nothing there means one. */
  private static int weight(String value, int start, int end) {
    int at = afterSpace(value, start);
    if (at >= end) {
      return ONE;
    }
    at = isAt(value, at, ';') ? afterSpace(value, at + 1) : end;
    if (at + 2 >= end || (value.charAt(at) | 0x20) != 'q' || value.charAt(at + 1) != '=') {
      return MALFORMED;
    }
    return thousandths(value, at + 2, end);
  }

  private static int thousandths(String value, int start, int end) {
    char whole = value.charAt(start);
    int at = start + 1;
    int weight = whole == '1' ? ONE : 0;
    if (at < end && value.charAt(at) == '.') {
      at++;
      for (int unit = ONE / 10; unit > 0 && at < end && isDigit(value.charAt(at)); unit /= 10) {
        weight += unit * (value.charAt(at) - '0');
        at++;
      }
    }
    boolean good = (whole == '0' || whole == '1') && weight <= ONE;
    return good && afterSpace(value, at) >= end ? weight : MALFORMED;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean is(String value, int start, int end, String name) {
    return end - start == name.length() && value.regionMatches(true, start, name, 0, end - start);
  }
}
