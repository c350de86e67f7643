package dev.vorota.wire.body;

import dev.vorota.wire.head.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/**
 * A body in chunks (RFC 9112, section 7.1). Extensions and trailers are read over and not passed
 * on, as the RFC lets an intermediary do; both are bounded.
 */
final class ChunkedBodyReader implements BodyReader {

  private static final int MOST_SIZE_DIGITS = 15;
  private static final int LONGEST_EXTENSION = 1_024;
  private static final int LONGEST_TRAILERS = 8_192;

  private enum State {
    SIZE,
    EXTENSION,
    SIZE_LF,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILER_START,
    TRAILER,
    TRAILER_LF,
    LAST_LF,
    END
  }

  private State state = State.SIZE;
  private long left;
  private int digits;
  private int skipped;

  @Override
  public boolean read(ByteBuf in, Consumer<ByteBuf> sink) {
    while (state != State.END && in.isReadable()) {
      if (state == State.DATA) {
        takeData(in, sink);
      } else {
        state = next(in.readByte());
      }
    }
    return state == State.END;
  }

  private void takeData(ByteBuf in, Consumer<ByteBuf> sink) {
    int piece = (int) Math.min(left, in.readableBytes());
    left -= piece;
    if (left == 0) {
      state = State.DATA_CR;
    }
    sink.accept(in.readRetainedSlice(piece));
  }

  private State next(byte b) {
    return switch (state) {
      case SIZE -> size(b);
      case EXTENSION -> b == '\r' ? State.SIZE_LF : skip(b, State.EXTENSION, LONGEST_EXTENSION);
      case SIZE_LF -> afterSize(b);
      case DATA_CR -> expect(b, '\r', State.DATA_LF);
      case DATA_LF -> expect(b, '\n', State.SIZE);
      case TRAILER_START -> b == '\r' ? State.LAST_LF : skip(b, State.TRAILER, LONGEST_TRAILERS);
      case TRAILER -> b == '\r' ? State.TRAILER_LF : skip(b, State.TRAILER, LONGEST_TRAILERS);
      case TRAILER_LF -> expect(b, '\n', State.TRAILER_START);
      case LAST_LF -> expect(b, '\n', State.END);
      case DATA, END -> throw new IllegalStateException("no octet is read in " + state + ".");
    };
  }

  private State size(byte b) {
    int digit = Character.digit(b, 16);
    if (digit >= 0 && b > 0) {
      if (++digits > MOST_SIZE_DIGITS) {
        throw broken("A chunk's size must have at most " + MOST_SIZE_DIGITS + " digits.");
      }
      left = left << 4 | digit;
      return State.SIZE;
    }
    if (digits == 0) {
      throw broken("A chunk must start with its size in hexadecimal digits.");
    }
    return switch (b) {
      case '\r' -> State.SIZE_LF;
      case ';', ' ', '\t' -> State.EXTENSION;
      default -> throw broken("A chunk's size must be in hexadecimal digits.");
    };
  }

  private State afterSize(byte b) {
    expect(b, '\n', state);
    digits = 0;
    skipped = 0;
    return left > 0 ? State.DATA : State.TRAILER_START;
  }

  private State skip(byte b, State next, int longest) {
    if (++skipped > longest || b == '\n') {
      throw broken("Extensions and trailers must be short and end in CRLF.");
    }
    return next;
  }

  private static State expect(byte b, char expected, State next) {
    if (b != expected) {
      throw broken("A chunk must end in CRLF.");
    }
    return next;
  }

  private static MalformedMessageException broken(String reason) {
    return new MalformedMessageException(400, reason);
  }
}
