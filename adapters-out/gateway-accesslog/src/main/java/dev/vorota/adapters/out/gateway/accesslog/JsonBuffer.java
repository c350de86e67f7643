package dev.vorota.adapters.out.gateway.accesslog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of JSON (RFC 8259) in the making. Strings are escaped so that no text, however hostile, can
 * end its string or its line: quotes, control characters (C0, DEL, C1) and the line separators of
 * Unicode are escaped, and half a surrogate pair becomes U+FFFD.
 */
final class JsonBuffer {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final char REPLACEMENT = '\ufffd';

  /** What one character can take: six bytes for an escape. */
  private static final int MAX_BYTES_PER_CHAR = 6;

  private static final int MAX_DIGITS = 20;

  private byte[] bytes = new byte[64 * 1024];
  private int length;

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  /** Appends bytes as they are. */
  void raw(byte[] source) {
    reserve(source.length);
    System.arraycopy(source, 0, bytes, length, source.length);
    length += source.length;
  }

  void number(long value) {
    reserve(MAX_DIGITS);
    if (value < 0) {
      raw(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
      return;
    }
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = value;
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  /** Appends a string with its quotes. */
  void string(String value) {
    reserve(value.length() * MAX_BYTES_PER_CHAR + 2);
    put('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        if (c == '"' || c == '\\') {
          put('\\');
        }
        put(c);
      } else if (c < 0xa0 || c == '\u2028' || c == '\u2029') {
        escape(c);
      } else if (!Character.isSurrogate(c)) {
        utf8(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        utf8(Character.toCodePoint(c, value.charAt(++i)));
      } else {
        utf8(REPLACEMENT);
      }
    }
    put('"');
  }

  private void escape(char c) {
    put('\\');
    put('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[c >> shift & 0xf];
    }
  }

  private void utf8(int codePoint) {
    if (codePoint < 0x800) {
      put(0xc0 | codePoint >> 6);
    } else {
      if (codePoint < 0x10000) {
        put(0xe0 | codePoint >> 12);
      } else {
        put(0xf0 | codePoint >> 18);
        continuation(codePoint >> 12);
      }
      continuation(codePoint >> 6);
    }
    continuation(codePoint);
  }

  private void continuation(int bits) {
    put(0x80 | (bits & 0x3f));
  }

  private void put(int value) {
    bytes[length++] = (byte) value;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
