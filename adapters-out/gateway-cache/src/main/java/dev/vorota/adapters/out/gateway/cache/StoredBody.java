package dev.vorota.adapters.out.gateway.cache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.IllegalReferenceCountException;
import org.jspecify.annotations.Nullable;

/**
 * A body that is kept. A short one is an array, which is copied each time it is sent: up to 64 KiB
 * that costs no more than to count who uses it. A longer one is outside the heap, where it is sent
 * from as it is (at 256 KiB for three quarters of the time); it lives for as long as somebody sends
 * it. Safe to use from every thread.
 */
final class StoredBody {

  private static final int LONGEST_SHORT = 16 * 1_024;

  private final byte[] brief;
  private final @Nullable ByteBuf large;
  private final int length;

  private StoredBody(byte[] brief, @Nullable ByteBuf large, int length) {
    this.brief = brief;
    this.large = large;
    this.length = length;
  }

  /**
   * @param collected is owned by the body from here on
   */
  static StoredBody of(ByteBuf collected) {
    int length = collected.readableBytes();
    if (length <= LONGEST_SHORT) {
      byte[] octets = new byte[length];
      collected.readBytes(octets).release();
      return new StoredBody(octets, null, length);
    }
    if (collected.capacity() == length) {
      return new StoredBody(new byte[0], collected, length);
    }
    ByteBuf exact = UnpooledByteBufAllocator.DEFAULT.directBuffer(length, length);
    exact.writeBytes(collected);
    collected.release();
    return new StoredBody(new byte[0], exact, length);
  }

  int length() {
    return length;
  }

  /** The octets, to be released by the caller; null where they are gone already. */
  @Nullable ByteBuf share() {
    if (large == null) {
      return length == 0 ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(brief);
    }
    try {
      return large.retainedDuplicate();
    } catch (IllegalReferenceCountException gone) {
      return null; // it was dropped between being found and being used
    }
  }

  /** Keeps the octets until they are released once more. Returns whether they are there still. */
  boolean retain() {
    ByteBuf shared = share();
    return shared != null;
  }

  void release() {
    if (large != null) {
      large.release();
    }
  }
}
