package dev.vorota.gateway.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The one form of a path in which it is matched and passed on (RFC 3986, section 6.2.2). What has
 * no such form, because a service behind the gateway might read it as another path, is refused:
 * that would be a way round the rules of access.
 *
 * <p>Octets that may stand in a path as they are stand so; all others are percent-encoded with
 * upper-case digits. Refused are dot segments, empty segments, backslashes, semicolons, encoded
 * slashes and control characters, octets that are no UTF-8, and broken percent-encodings.
 */
public final class CanonicalPath {

  /** What a path must be, in words for whoever sent another one. */
  public static final String EXPECTED =
      "a path in UTF-8 without dot segments, empty segments, semicolons, backslashes, encoded"
          + " slashes or control characters";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final boolean[] PLAIN = plain();

  private CanonicalPath() {}

  /**
   * The canonical form of a path, which is the same string where it is canonical already; null
   * where it has none.
   *
   * @param path starts with a slash and has no query
   */
  public static @Nullable String of(String path) {
    int length = path.length();
    int segment = 1;
    for (int i = 1; i < length; i++) {
      char c = path.charAt(i);
      if (c == '/') {
        if (i == segment || isDots(path, segment, i)) {
          return null;
        }
        segment = i + 1;
      } else if (c >= PLAIN.length || !PLAIN[c]) {
        return decoded(path);
      }
    }
    return isDots(path, segment, length) ? null : path;
  }

  /**
   * The canonical form of a path as people write it in a configuration: what may not stand in a
   * path as it is need not be encoded there. Null where it has none, and where it holds a character
   * that means something else beside a path.
   */
  public static @Nullable String written(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("{}*?#;".indexOf(text.charAt(i)) >= 0) {
        return null;
      }
    }
    return of(text.indexOf('%') < 0 ? encode(text) : text);
  }

  /** Percent-encodes what may not stand in a path as it is, from text as people write it. */
  private static String encode(String text) {
    byte[] octets = text.getBytes(UTF_8);
    StringBuilder path = new StringBuilder(octets.length + 16);
    for (byte octet : octets) {
      if (octet == '/' || (octet > 0 && PLAIN[octet])) {
        path.append((char) octet);
      } else {
        HEX.toHexDigits(path.append('%'), octet);
      }
    }
    return path.toString();
  }

  private static @Nullable String decoded(String path) {
    String text = path.indexOf(';') < 0 ? PercentEncoding.decode(path) : null;
    return text == null || holdsUnsafe(text) ? null : checked(encode(text));
  }

  private static boolean holdsUnsafe(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == 0x7f || c == '\\') {
        return true;
      }
    }
    return false;
  }

  /** Looks once more for segments that appear only now that they are decoded. */
  private static @Nullable String checked(String path) {
    int segment = 1;
    for (int i = 1; i < path.length(); i++) {
      if (path.charAt(i) == '/') {
        if (i == segment || isDots(path, segment, i)) {
          return null;
        }
        segment = i + 1;
      }
    }
    return isDots(path, segment, path.length()) ? null : path;
  }

  private static boolean isDots(String path, int from, int to) {
    int length = to - from;
    return (length == 1 && path.charAt(from) == '.')
        || (length == 2 && path.charAt(from) == '.' && path.charAt(from + 1) == '.');
  }

  /** What RFC 3986 calls pchar, but for the semicolon. */
  private static boolean[] plain() {
    boolean[] plain = new boolean[0x80];
    String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,=:@";
    for (byte octet : all.getBytes(US_ASCII)) {
      plain[octet] = true;
    }
    return plain;
  }
}
