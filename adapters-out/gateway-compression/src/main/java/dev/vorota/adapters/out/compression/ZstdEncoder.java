package dev.vorota.adapters.out.compression;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** The coding zstd (RFC 8878) by zstd-jni. */
final class ZstdEncoder implements Encoder {

  private static final int LEVEL = 3;

  /**
   * No decoder of a browser need take a wider one (RFC 9659): 8 MiB is allowed, 1 MiB is enough.
   */
  private static final int WINDOW_LOG = 20;

  private static final int OUT = 16 * 1_024;

  private final ByteBufAllocator allocator;
  private final ZstdCompressCtx context = new ZstdCompressCtx();

  ZstdEncoder(ByteBufAllocator allocator) {
    this.allocator = allocator;
    context.setLevel(LEVEL);
    context.setWindowLog(WINDOW_LOG);
  }

  @Override
  public void write(ByteBuf data, Consumer<ByteBuf> sink) {
    if (data.isDirect()) {
      for (ByteBuffer part : data.nioBuffers()) {
        compress(part, EndDirective.CONTINUE, sink);
      }
      return;
    }
    ByteBuf copy = allocator.directBuffer(data.readableBytes()).writeBytes(data.duplicate());
    try {
      compress(copy.nioBuffer(), EndDirective.CONTINUE, sink);
    } finally {
      copy.release();
    }
  }

  @Override
  public void flush(Consumer<ByteBuf> sink) {
    compress(nothing(), EndDirective.FLUSH, sink);
  }

  @Override
  public void finish(Consumer<ByteBuf> sink) {
    compress(nothing(), EndDirective.END, sink);
  }

  @Override
  public void close() {
    context.close();
  }

  private static ByteBuffer nothing() {
    return Unpooled.EMPTY_BUFFER.nioBuffer();
  }

  private void compress(ByteBuffer in, EndDirective directive, Consumer<ByteBuf> sink) {
    boolean whole;
    do {
      ByteBuf out = allocator.directBuffer(OUT);
      ByteBuffer room = out.nioBuffer(0, out.capacity());
      boolean flushed = context.compressDirectByteBufferStream(room, in, directive);
      out.writerIndex(room.position());
      whole = directive == EndDirective.CONTINUE ? !in.hasRemaining() : flushed;
      if (out.isReadable()) {
        sink.accept(out);
      } else {
        out.release();
      }
    } while (!whole);
  }
}
