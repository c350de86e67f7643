package dev.vorota.wire.head;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The fields that follow a body in chunks (RFC 9112, section 7.1.2). */
public final class Trailers extends Head {

  private static final int LONGEST = 8 * 1_024;
  private static final int MOST_FIELDS = 64;

  /**
   * What would change how the message is framed, routed, authenticated or read, had it stood in the
   * head (RFC 9110, section 6.5.1), and what the gateway vouches for.
   */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "age",
          "authentication-info",
          "authorization",
          "cache-control",
          "connection",
          "content-encoding",
          "content-length",
          "content-location",
          "content-range",
          "content-type",
          "cookie",
          "date",
          "expect",
          "expires",
          "forwarded",
          "host",
          "http2-settings",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "keep-alive",
          "location",
          "max-forwards",
          "origin",
          "pragma",
          "proxy-authenticate",
          "proxy-authentication-info",
          "proxy-authorization",
          "proxy-connection",
          "range",
          "retry-after",
          "set-cookie",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "vary",
          "via",
          "warning",
          "www-authenticate",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto");

  public Trailers() {
    super(LONGEST, MOST_FIELDS);
  }

  /**
   * Writes those of the fields that may follow a body, and nothing where none may.
   *
   * @param removed more names, in lower case, that are not passed on
   */
  public void write(ByteBuf out, List<String> removed) {
    writeFields(
        i -> FORBIDDEN.contains(name(i).toLowerCase(Locale.ROOT)) || isNamedIn(i, removed), out);
  }

  @Override
  int parseStartLine(byte[] head) {
    return 0;
  }

  @Override
  void interpret() {}
}
