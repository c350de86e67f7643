package dev.vorota.adapters.in.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/** What a client has sent and nobody has taken yet. */
final class HeldInput {

  /** How much of later requests is held before the socket is left alone. */
  private static final int MOST = 64 * 1_024;

  private @Nullable ByteBuf octets;

  /**
   * Puts what came behind what is there.
   *
   * @param in is owned by this from here on
   */
  void add(ByteBuf in, ByteBufAllocator allocator) {
    ByteBuf earlier = octets;
    octets = earlier == null ? in : joined(earlier, in, allocator);
  }

  /** What there is, at least one octet; null where there is nothing. */
  @Nullable ByteBuf octets() {
    ByteBuf current = octets;
    if (current != null && !current.isReadable()) {
      release();
      return null;
    }
    return current;
  }

  /** Whether there is so much that no more should be read for now. */
  boolean isFull() {
    ByteBuf current = octets;
    return current != null && current.readableBytes() > MOST;
  }

  void release() {
    ByteBuf current = octets;
    octets = null;
    if (current != null) {
      current.release();
    }
  }

  private static ByteBuf joined(ByteBuf earlier, ByteBuf in, ByteBufAllocator allocator) {
    ByteBuf joined = allocator.buffer(earlier.readableBytes() + in.readableBytes());
    joined.writeBytes(earlier).writeBytes(in);
    earlier.release();
    in.release();
    return joined;
  }
}
