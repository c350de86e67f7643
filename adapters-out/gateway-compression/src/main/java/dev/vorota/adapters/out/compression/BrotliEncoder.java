package dev.vorota.adapters.out.compression;

import com.aayushatharva.brotli4j.encoder.BrotliEncoderChannel;
import com.aayushatharva.brotli4j.encoder.Encoder.Parameters;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The coding br (RFC 7932) by brotli4j. */
final class BrotliEncoder implements Encoder {

  private static final int QUALITY = 4;

  private final Gathering gathering;
  private final BrotliEncoderChannel channel;

  /**
   * @throws UncheckedIOException if there is no memory for it
   */
  BrotliEncoder(ByteBufAllocator allocator) {
    this.gathering = new Gathering(allocator);
    try {
      this.channel = new BrotliEncoderChannel(gathering, new Parameters().setQuality(QUALITY));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void write(ByteBuf data, Consumer<ByteBuf> sink) {
    try {
      for (ByteBuffer part : data.nioBuffers()) {
        while (part.hasRemaining()) {
          channel.write(part);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    gathering.handTo(sink);
  }

  @Override
  public void flush(Consumer<ByteBuf> sink) {
    try {
      channel.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    gathering.handTo(sink);
  }

  @Override
  public void finish(Consumer<ByteBuf> sink) {
    end();
    gathering.handTo(sink);
  }

  @Override
  public void close() {
    end();
    gathering.handTo(ByteBuf::release);
  }

  /** Lets out what is left and gives the memory back; nothing where that was done. */
  private void end() {
    try {
      channel.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Keeps what the library writes until it is asked for. */
  private static final class Gathering implements WritableByteChannel {

    private final ByteBufAllocator allocator;
    private @Nullable ByteBuf gathered;

    Gathering(ByteBufAllocator allocator) {
      this.allocator = allocator;
    }

    void handTo(Consumer<ByteBuf> sink) {
      ByteBuf all = gathered;
      gathered = null;
      if (all != null) {
        sink.accept(all);
      }
    }

    @Override
    public int write(ByteBuffer piece) {
      int length = piece.remaining();
      ByteBuf into = gathered == null ? allocator.buffer(length) : gathered;
      gathered = into.writeBytes(piece);
      return length;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
