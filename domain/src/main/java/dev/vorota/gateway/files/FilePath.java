package dev.vorota.gateway.files;

import dev.vorota.gateway.http.PercentEncoding;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The path of a file, read from the path of a target (RFC 3986, section 2.1). */
final class FilePath {

  private FilePath() {}

  /**
   * The path with its percent-encodings read as UTF-8, or null where they are not whole or not
   * UTF-8, or where one stands for a slash, which would be another path.
   */
  static @Nullable String decode(String path) {
    return path.indexOf('%') < 0 ? path : decodeEscapes(path);
  }

  private static @Nullable String decodeEscapes(String path) {
    byte[] octets = new byte[path.length()];
    int count = 0;
    for (int i = 0; i < path.length(); i++) {
      int c = path.charAt(i);
      boolean encoded = c == '%';
      if (encoded) {
        c = PercentEncoding.octet(path, i);
        i += PercentEncoding.LENGTH - 1;
      } else if (c >= 0x80) {
        c = -1;
      }
      if (c < 0 || (encoded && c == '/')) {
        return null;
      }
      octets[count++] = (byte) c;
    }
    return text(ByteBuffer.wrap(octets, 0, count));
  }

  private static @Nullable String text(ByteBuffer octets) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(octets);
      return text.toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }
}
