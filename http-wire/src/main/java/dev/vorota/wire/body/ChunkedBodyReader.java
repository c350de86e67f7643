package dev.vorota.wire.body;

import dev.vorota.wire.head.MalformedMessageException;
import dev.vorota.wire.head.Refusal;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A body in chunks (RFC 9112, section 7.1). Extensions are read over and not passed on, as the RFC
 * lets an intermediary do; they are bounded for each chunk, and for the body by what it carries.
 */
final class ChunkedBodyReader implements BodyReader {

  private static final int MOST_SIZE_DIGITS = 15;
  private static final int LONGEST_EXTENSION = 1_024;

  /** How many octets of extensions a body may have beyond those of its data. */
  private static final long EXTENSION_ALLOWANCE = 16 * 1_024;

  private enum State {
    SIZE,
    SIZE_SPACE,
    EXTENSION,
    SIZE_LF,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILER_START,
    TRAILERS,
    LAST_LF,
    END
  }

  private State state = State.SIZE;
  private long left;
  private int digits;
  private int extension;
  private long allowance = EXTENSION_ALLOWANCE;
  private @Nullable Trailers trailers;

  @Override
  public boolean read(ByteBuf in, Consumer<ByteBuf> sink) {
    while (state != State.END && in.isReadable()) {
      switch (state) {
        case DATA -> takeData(in, sink);
        case TRAILER_START -> startTrailers(in);
        case TRAILERS -> takeTrailers(in);
        default -> state = next(in.readByte());
      }
    }
    return state == State.END;
  }

  @Override
  public @Nullable Trailers trailers() {
    return trailers;
  }

  private void takeData(ByteBuf in, Consumer<ByteBuf> sink) {
    int piece = (int) Math.min(left, in.readableBytes());
    left -= piece;
    if (left == 0) {
      state = State.DATA_CR;
    }
    sink.accept(in.readRetainedSlice(piece));
  }

  private void startTrailers(ByteBuf in) {
    if (in.getByte(in.readerIndex()) == '\r') {
      in.skipBytes(1);
      state = State.LAST_LF;
    } else {
      trailers = new Trailers();
      state = State.TRAILERS;
    }
  }

  private void takeTrailers(ByteBuf in) {
    if (trailers != null && trailers.read(in)) {
      state = State.END;
    }
  }

  private State next(byte b) {
    return switch (state) {
      case SIZE -> size(b);
      case SIZE_SPACE -> afterSpace(b);
      case EXTENSION -> extension(b);
      case SIZE_LF -> afterSize(b);
      case DATA_CR -> expect(b, '\r', State.DATA_LF);
      case DATA_LF -> expect(b, '\n', State.SIZE);
      case LAST_LF -> expect(b, '\n', State.END);
      case DATA, TRAILER_START, TRAILERS, END ->
          throw new IllegalStateException("no single octet is read in " + state + ".");
    };
  }

  private State size(byte b) {
    int digit = b > 0 ? Character.digit(b, 16) : -1;
    if (digit >= 0) {
      if (++digits > MOST_SIZE_DIGITS) {
        throw MalformedMessageException.at(
            "chunk size", b, "of at most " + MOST_SIZE_DIGITS + " digits");
      }
      left = left << 4 | digit;
      return State.SIZE;
    }
    if (digits == 0) {
      throw badSize(b);
    }
    return switch (b) {
      case '\r' -> State.SIZE_LF;
      case ';' -> State.EXTENSION;
      case ' ', '\t' -> skip(State.SIZE_SPACE);
      default -> throw badSize(b);
    };
  }

  /** A space may stand before an extension and nowhere else (RFC 9112, section 7.1.1). */
  private State afterSpace(byte b) {
    return switch (b) {
      case ' ', '\t' -> skip(State.SIZE_SPACE);
      case ';' -> State.EXTENSION;
      default -> throw badSize(b);
    };
  }

  private State extension(byte b) {
    if (b == '\r') {
      return State.SIZE_LF;
    }
    if ((b >= 0 && b < ' ' && b != '\t') || b == 0x7f) {
      throw MalformedMessageException.at(
          "chunk extension", b, "free of control characters and ended by CRLF");
    }
    return skip(State.EXTENSION);
  }

  private State skip(State next) {
    if (++extension > LONGEST_EXTENSION) {
      throw new MalformedMessageException(
          Refusal.MALFORMED, "chunk extension", "more", "at most " + LONGEST_EXTENSION + " octets");
    }
    return next;
  }

  private State afterSize(byte b) {
    expect(b, '\n', state);
    allowance += left - extension;
    if (allowance < 0) {
      throw new MalformedMessageException(
          Refusal.MALFORMED, "chunk extensions", "more", "shorter than the body's data");
    }
    digits = 0;
    extension = 0;
    return left > 0 ? State.DATA : State.TRAILER_START;
  }

  private static MalformedMessageException badSize(byte b) {
    return MalformedMessageException.at(
        "chunk size", b, "hexadecimal digits, maybe an extension, and CRLF");
  }

  private static State expect(byte b, char expected, State next) {
    if (b != expected) {
      throw MalformedMessageException.at("chunk", b, "ended by CRLF");
    }
    return next;
  }
}
