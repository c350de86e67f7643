package dev.vorota.wire.head;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * The octets of one head, collected bit by bit as buffers arrive, up to the empty line that ends
 * it. The array is used again for the next head.
 */
final class HeadOctets {

  private static final int FIRST_SIZE = 2_048;
  private static final int READ_STEP = 2_048;

  /** How many empty lines before a head are borne with (RFC 9112, section 2.2). */
  private static final int MOST_EMPTY_LINES = 8;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;
  private int emptyLines;

  void reset() {
    length = 0;
    emptyLines = 0;
  }

  boolean isEmpty() {
    return length == 0;
  }

  int length() {
    return length;
  }

  /** Valid until more is read; only the first {@link #length()} octets count. */
  byte[] bytes() {
    return bytes;
  }

  /**
   * Reads on, up to the end of the head and not beyond it; stops where it is too long.
   *
   * @return whether the head is whole
   * @throws MalformedMessageException if a line ends otherwise than in CRLF
   */
  boolean read(ByteBuf in, int longest) {
    if (length == 1 && bytes[0] == '\r' && in.isReadable() && nextOf(in) == '\n') {
      in.skipBytes(1); // an empty line that came in two pieces
      length = 0;
      countEmptyLine();
    }
    if (length == 0) {
      skipEmptyLines(in);
    }
    while (in.isReadable() && length <= longest) {
      int step = Math.min(in.readableBytes(), READ_STEP);
      if (length + step > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + step));
      }
      in.getBytes(in.readerIndex(), bytes, length, step);
      int end = endOfHead(length, length + step);
      if (end > 0) {
        in.skipBytes(end - length);
        length = end;
        return true;
      }
      in.skipBytes(step);
      length += step;
    }
    return false;
  }

  /** Whether an octet stands in what has been read so far. */
  boolean holds(char octet) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == octet) {
        return true;
      }
    }
    return false;
  }

  String text(int start, int end) {
    return new String(bytes, start, end - start, ISO_8859_1);
  }

  void write(int start, int end, ByteBuf out) {
    if (end > start) {
      out.writeBytes(bytes, start, end - start);
    }
  }

  private void skipEmptyLines(ByteBuf in) {
    while (in.readableBytes() >= 2 && in.getShort(in.readerIndex()) == FieldLine.CRLF) {
      in.skipBytes(2);
      countEmptyLine();
    }
  }

  private void countEmptyLine() {
    if (++emptyLines > MOST_EMPTY_LINES) {
      throw MalformedMessageException.of(
          "line", "empty", "the first of a head after at most " + MOST_EMPTY_LINES + " empty ones");
    }
  }

  private static byte nextOf(ByteBuf in) {
    return in.getByte(in.readerIndex());
  }

  /** Returns where the head ends, or 0 where that is not in the octets between these places. */
  private int endOfHead(int from, int to) {
    for (int i = Ascii.lineFeed(bytes, from, to); i < to; i = Ascii.lineFeed(bytes, i + 1, to)) {
      if (i == 0 || bytes[i - 1] != '\r') {
        throw MalformedMessageException.of("line", "LF without CR", "ended by CRLF");
      }
      if (i >= 3 && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }
}
