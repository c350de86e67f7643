package dev.vorota.adapters.in.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import java.time.Duration;

/**
 * The orderly end of a connection on which more may be on its way: the response is sent and this
 * side closed, while what still comes is read and thrown away for a little. Closing at once would
 * make the client lose the response (RFC 9112, section 9.6).
 */
final class Lingering {

  private static final long LONGEST_NANOS = Duration.ofSeconds(5).toNanos();
  private static final int MOST_DISCARDED = 32 * 1_024 * 1_024;

  private boolean active;
  private long sinceNanos;
  private int discarded;

  boolean isActive() {
    return active;
  }

  boolean isOver(long nowNanos) {
    return active && nowNanos - sinceNanos > LONGEST_NANOS;
  }

  void start(Channel channel, long nowNanos) {
    active = true;
    sinceNanos = nowNanos;
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            (ChannelFutureListener)
                written -> {
                  if (written.isSuccess() && channel instanceof DuplexChannel duplex) {
                    duplex.shutdownOutput();
                  } else {
                    channel.close();
                  }
                });
    channel.config().setAutoRead(true);
  }

  void discard(Channel channel, ByteBuf in) {
    discarded += in.readableBytes();
    in.release();
    if (discarded > MOST_DISCARDED) {
      channel.close();
    }
  }
}
