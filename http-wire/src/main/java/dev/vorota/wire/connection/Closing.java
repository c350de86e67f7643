package dev.vorota.wire.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;

/** Ends connections once what was written has been sent. */
public final class Closing {

  private Closing() {}

  /**
   * Closes this side only, or the connection where the transport can't or where writing failed.
   *
   * @return completes once all has been sent, or can't be
   */
  public static ChannelFuture halfAfterWrites(Channel channel) {
    return channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            written -> {
              if (written.isSuccess() && channel instanceof DuplexChannel duplex) {
                duplex.shutdownOutput();
              } else {
                channel.close();
              }
            });
  }

  /** Closes both sides. */
  public static void afterWrites(Channel channel) {
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }
}
