package dev.vorota.adapters.in.gateway.http;

import dev.vorota.wire.connection.Closing;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import java.time.Duration;

/**
 * The end of a client's connection. The orderly one, where more may be on its way: the response is
 * sent and this side closed, while what still comes is read and thrown away for a little. Closing
 * at once would make the client lose the response (RFC 9112, section 9.6).
 */
final class Lingering {

  private static final long LONGEST_NANOS = Duration.ofSeconds(5).toNanos();
  private static final int MOST_DISCARDED = 32 * 1_024 * 1_024;

  private final Channel channel;
  private boolean active;
  private boolean sent;
  private long sinceNanos;
  private int discarded;

  Lingering(Channel channel) {
    this.channel = channel;
  }

  boolean isActive() {
    return active;
  }

  /** Whether the response was sent and the little while after it has passed. */
  boolean isOver(long nowNanos) {
    return sent && nowNanos - sinceNanos > LONGEST_NANOS;
  }

  /**
   * Ends the connection once what was written has been sent.
   *
   * @param inputEnded whether nothing more can come, so that nobody has to linger
   */
  void start(boolean inputEnded) {
    if (inputEnded) {
      Closing.afterWrites(channel);
      return;
    }
    active = true;
    Closing.halfAfterWrites(channel)
        .addListener(
            _ -> {
              sent = true;
              sinceNanos = System.nanoTime();
            });
    channel.config().setAutoRead(true);
  }

  /** Ends a connection that serves no exchange: at once, but for what is still to be sent. */
  void startIdle(boolean inputEnded) {
    ChannelOutboundBuffer outbound = channel.unsafe().outboundBuffer();
    if (outbound == null || outbound.isEmpty()) {
      channel.close();
    } else {
      start(inputEnded);
    }
  }

  void discard(ByteBuf in) {
    discarded += in.readableBytes();
    in.release();
    if (discarded > MOST_DISCARDED) {
      channel.close();
    }
  }

  /**
   * Ends the connection within a response. What there is of it is sent where the socket takes it.
   *
   * @param reset so that the client can't take the end of the connection for that of a body
   */
  void breakOff(boolean reset) {
    channel.flush();
    if (reset) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    }
    channel.close();
  }
}
