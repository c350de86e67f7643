package dev.vorota.wire.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;
import io.netty.util.concurrent.FastThreadLocal;
import org.jspecify.annotations.Nullable;

/**
 * Gives all connections of an event loop one buffer to read into, for as long as nobody keeps a
 * piece of what was read. Most messages are copied out at once, so most reads allocate nothing. A
 * connection that fills the buffer has more to bring, and gets bigger ones of its own.
 */
public final class ReadBuffers extends DefaultMaxMessagesRecvByteBufAllocator {

  /** Serves every event loop. */
  public static final ReadBuffers INSTANCE = new ReadBuffers();

  private static final int SHARED_SIZE = 16 * 1_024;
  private static final int BULK_SIZE = 64 * 1_024;

  /** After so many reads in a row another connection has its turn. */
  private static final int READS_IN_A_ROW = 16;

  private final FastThreadLocal<OfLoop> loops =
      new FastThreadLocal<>() {
        @Override
        protected OfLoop initialValue() {
          return new OfLoop();
        }

        @Override
        protected void onRemoval(OfLoop buffer) {
          buffer.release();
        }
      };

  private ReadBuffers() {
    super(READS_IN_A_ROW);
  }

  @Override
  public MaxMessageHandle newHandle() {
    return new OfConnection();
  }

  private final class OfConnection extends MaxMessageHandle {

    private int size = SHARED_SIZE;

    @Override
    public int guess() {
      return size;
    }

    @Override
    public ByteBuf allocate(ByteBufAllocator allocator) {
      return size == BULK_SIZE ? allocator.ioBuffer(BULK_SIZE) : loops.get().take(allocator);
    }

    @Override
    public void lastBytesRead(int bytes) {
      super.lastBytesRead(bytes);
      if (bytes >= SHARED_SIZE) {
        size = BULK_SIZE;
      } else if (bytes > 0) {
        size = SHARED_SIZE;
      }
    }
  }

  /** The buffer of one event loop, held by one reference of its own. */
  private static final class OfLoop {

    private @Nullable ByteBuf buffer;

    ByteBuf take(ByteBufAllocator allocator) {
      ByteBuf current = buffer;
      if (current == null || current.refCnt() > 1) {
        release();
        current = allocator.ioBuffer(SHARED_SIZE);
        buffer = current;
      }
      return current.clear().retain();
    }

    void release() {
      ByteBuf current = buffer;
      buffer = null;
      if (current != null) {
        current.release();
      }
    }
  }
}
