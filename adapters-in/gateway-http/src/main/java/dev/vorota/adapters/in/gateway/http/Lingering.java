package dev.vorota.adapters.in.gateway.http;

import dev.vorota.wire.connection.Closing;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
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
  private boolean sent;
  private long sinceNanos;
  private int discarded;

  boolean isActive() {
    return active;
  }

  /** Whether the response was sent and the little while after it has passed. */
  boolean isOver(long nowNanos) {
    return sent && nowNanos - sinceNanos > LONGEST_NANOS;
  }

  void start(Channel channel) {
    active = true;
    Closing.halfAfterWrites(channel)
        .addListener(
            _ -> {
              sent = true;
              sinceNanos = System.nanoTime();
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
