package dev.vorota.wire.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator.ExtendedHandle;
import io.netty.util.concurrent.FastThreadLocal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadBuffersTest {

  private final ByteBufAllocator allocator = PooledByteBufAllocator.DEFAULT;
  private final ExtendedHandle one = ReadBuffers.INSTANCE.newHandle();
  private final ExtendedHandle other = ReadBuffers.INSTANCE.newHandle();

  @AfterEach
  void endTheLoop() {
    FastThreadLocal.removeAll();
  }

  @Test
  void givesAllConnectionsTheSameBufferWhileNobodyKeepsIt() {
    ByteBuf first = one.allocate(allocator);
    first.writeByte(1).release();
    ByteBuf second = other.allocate(allocator);

    assertThat(second).isSameAs(first);
    assertThat(second.isReadable()).isFalse();
    second.release();
  }

  @Test
  void givesAnotherBufferWhereAPieceIsKept() {
    ByteBuf first = one.allocate(allocator).writeByte(1);
    ByteBuf kept = first.readRetainedSlice(1);
    first.release();
    ByteBuf second = one.allocate(allocator);
    second.writeByte(2).release();

    assertThat(kept.getByte(0)).isEqualTo((byte) 1);
    kept.release();
    assertThat(first.refCnt()).isZero();
  }

  @Test
  void givesWhoBringsMoreABiggerBufferOfItsOwn() {
    ByteBuf shared = one.allocate(allocator);
    one.lastBytesRead(shared.writableBytes());
    shared.release();
    ByteBuf bulk = one.allocate(allocator);

    assertThat(bulk.writableBytes()).isGreaterThan(shared.capacity());
    bulk.release();
    assertThat(bulk.refCnt()).isZero();

    one.lastBytesRead(10);
    ByteBuf again = one.allocate(allocator);
    assertThat(again).isSameAs(shared);
    again.release();
  }
}
