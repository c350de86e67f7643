package dev.vorota.wire.body;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/** A body that goes on until its connection ends. */
final class UntilCloseBodyReader implements BodyReader {

  @Override
  public boolean read(ByteBuf in, Consumer<ByteBuf> sink) {
    if (in.isReadable()) {
      sink.accept(in.readRetainedSlice(in.readableBytes()));
    }
    return false;
  }

  @Override
  public boolean endsWithConnection() {
    return true;
  }
}
