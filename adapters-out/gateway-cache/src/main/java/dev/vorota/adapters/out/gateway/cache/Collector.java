package dev.vorota.adapters.out.gateway.cache;

import dev.vorota.wire.head.MessageFraming;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body as it comes, within two bounds: its own and that of all that come at once. It is
 * copied, as the pieces would keep the much larger buffers alive that they were read into.
 */
final class Collector {

  private static final int FIRST_SIZE = 16 * 1_024;

  private final ResponseCache cache;
  private final int most;
  private @Nullable ByteBuf body;
  private int reserved;

  private Collector(ResponseCache cache, int most) {
    this.cache = cache;
    this.most = most;
  }

  /**
   * @param length of the body as its head tells it, or {@link MessageFraming#NO_LENGTH}
   * @param most how long a body may be
   * @return null where there is no room for such a body
   */
  static @Nullable Collector of(ResponseCache cache, long length, int most) {
    Collector collector = new Collector(cache, most);
    int first =
        length == MessageFraming.NO_LENGTH
            ? Math.min(FIRST_SIZE, most)
            : (int) Math.min(length, most);
    if (length > most || !collector.reserve(first)) {
      return null;
    }
    collector.body = UnpooledByteBufAllocator.DEFAULT.directBuffer(first, most);
    return collector;
  }

  /** Takes a copy of a piece. Returns false, and lets everything go, where it gets too much. */
  boolean add(ByteBuf data) {
    ByteBuf open = body;
    if (open == null) {
      return false;
    }
    int length = open.readableBytes() + data.readableBytes();
    if (length > most || !reserve(length - reserved)) {
      release();
      return false;
    }
    open.writeBytes(data, data.readerIndex(), data.readableBytes());
    return true;
  }

  /** The whole body. */
  StoredBody finish() {
    ByteBuf whole = body;
    if (whole == null) {
      throw new IllegalStateException("a body must be finished before it is released.");
    }
    body = null;
    release();
    return StoredBody.of(whole);
  }

  void release() {
    ByteBuf open = body;
    body = null;
    cache.giveBack(reserved);
    reserved = 0;
    if (open != null) {
      open.release();
    }
  }

  private boolean reserve(int octets) {
    if (octets > 0 && !cache.reserve(octets)) {
      return false;
    }
    reserved += Math.max(0, octets);
    return true;
  }
}
