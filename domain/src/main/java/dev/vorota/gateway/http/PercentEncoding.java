package dev.vorota.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * Text as a path holds it: octets of UTF-8, some written as {@code %20} (RFC 3986, section 2.1).
 */
public final class PercentEncoding {

  private static final int ESCAPE_LENGTH = 3;

  private PercentEncoding() {}

  /**
   * The text that a path stands for, or null where its encodings are broken or are not UTF-8, or
   * where one stands for a slash, which would be another path.
   */
  public static @Nullable String decode(String path) {
    byte[] octets = new byte[path.length()];
    int count = 0;
    for (int i = 0; i < path.length(); i++) {
      int c = path.charAt(i);
      boolean encoded = c == '%';
      if (encoded) {
        c = octet(path, i);
        i += ESCAPE_LENGTH - 1;
      }
      if (c < 0 || c > 0xff || (encoded && c == '/')) {
        return null;
      }
      octets[count++] = (byte) c;
    }
    return text(ByteBuffer.wrap(octets, 0, count));
  }

  private static int octet(String path, int at) {
    if (at + ESCAPE_LENGTH > path.length()) {
      return -1;
    }
    int high = Character.digit(path.charAt(at + 1), 16);
    int low = Character.digit(path.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static @Nullable String text(ByteBuffer octets) {
    try {
      return UTF_8.newDecoder().decode(octets).toString();
    } catch (CharacterCodingException _) {
      return null;
    }
  }
}
