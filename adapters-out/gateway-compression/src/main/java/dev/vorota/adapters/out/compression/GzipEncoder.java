package dev.vorota.adapters.out.compression;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The coding gzip (RFC 1952) by the JDK's Deflater. */
final class GzipEncoder implements Encoder {

  /** Deflate, no flags, no time, no hint, and a system that is not told. */
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

  private static final int LEVEL = 5;
  private static final int OUT = 16 * 1_024;
  private static final boolean WITHOUT_WRAP = true;

  private final ByteBufAllocator allocator;
  private final Deflater deflater = new Deflater(LEVEL, WITHOUT_WRAP);
  private final CRC32 checksum = new CRC32();
  private boolean begun;
  private boolean closed;

  GzipEncoder(ByteBufAllocator allocator) {
    this.allocator = allocator;
  }

  @Override
  public void write(ByteBuf data, Consumer<ByteBuf> sink) {
    for (ByteBuffer part : data.nioBuffers()) {
      checksum.update(part.duplicate());
      deflater.setInput(part);
      deflate(Deflater.NO_FLUSH, sink);
    }
  }

  @Override
  public void flush(Consumer<ByteBuf> sink) {
    deflate(Deflater.SYNC_FLUSH, sink);
  }

  @Override
  public void finish(Consumer<ByteBuf> sink) {
    deflater.finish();
    deflate(Deflater.NO_FLUSH, sink);
    sink.accept(
        allocator
            .buffer(8)
            .writeIntLE((int) checksum.getValue())
            .writeIntLE((int) deflater.getBytesRead()));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      deflater.end();
    }
  }

  private void deflate(int flush, Consumer<ByteBuf> sink) {
    boolean full;
    do {
      ByteBuf out = allocator.directBuffer(OUT);
      if (!begun) {
        begun = true;
        out.writeBytes(HEAD);
      }
      ByteBuffer room = out.internalNioBuffer(out.writerIndex(), out.writableBytes());
      out.writerIndex(out.writerIndex() + deflater.deflate(room, flush));
      full = !out.isWritable();
      if (out.isReadable()) {
        sink.accept(out);
      } else {
        out.release();
      }
    } while (full);
  }
}
