package dev.vorota.wire.body;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/** A body whose length its head told. */
final class FixedLengthBodyReader implements BodyReader {

  private long left;

  FixedLengthBodyReader(long length) {
    this.left = length;
  }

  @Override
  public boolean read(ByteBuf in, Consumer<ByteBuf> sink) {
    int piece = (int) Math.min(left, in.readableBytes());
    if (piece > 0) {
      left -= piece;
      sink.accept(in.readRetainedSlice(piece));
    }
    return left == 0;
  }

  @Override
  public long left() {
    return left;
  }
}
