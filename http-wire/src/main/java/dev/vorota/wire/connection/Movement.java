package dev.vorota.wire.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * Tells for how long nothing has moved on a connection. That something moved is put down with its
 * time when somebody asks and not when it moves, so that requests read no clock: who asks at
 * intervals hears of stillness up to two intervals late, and never early.
 */
public final class Movement {

  private boolean moved;
  private long pending;
  private long lastNanos = System.nanoTime();

  /** Something has moved. */
  public void note() {
    moved = true;
  }

  /**
   * For how many nanoseconds nothing has moved. That the other end takes some of what was written
   * counts as movement, too.
   */
  public long stillNanos(Channel channel, long nowNanos) {
    ChannelOutboundBuffer outbound = channel.unsafe().outboundBuffer();
    long left = outbound == null ? 0 : outbound.totalPendingWriteBytes();
    if (moved || left != pending) {
      moved = false;
      pending = left;
      lastNanos = nowNanos;
    }
    return nowNanos - lastNanos;
  }

  /** Whether the other end had not taken all that was written, when that was last looked at. */
  public boolean isSending() {
    return pending > 0;
  }
}
