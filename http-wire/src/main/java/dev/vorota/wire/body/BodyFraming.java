package dev.vorota.wire.body;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPromise;

/** How a body is framed on its way out (RFC 9112, section 6). */
public enum BodyFraming {
  /** As it is: its length stands in the head, there is none, or the connection ends with it. */
  PLAIN,

  /** Piece by piece as chunks. */
  CHUNKED;

  private static final int LONGEST_SIZE_LINE = 10;
  private static final ByteBuf CRLF = constant("\r\n");
  private static final ByteBuf LAST_CHUNK = constant("0\r\n\r\n");

  /**
   * Writes a piece without flushing.
   *
   * @param data not empty; is owned by the channel from here on
   */
  public void write(Channel channel, ByteBuf data) {
    ChannelPromise none = channel.voidPromise();
    if (this == PLAIN) {
      channel.write(data, none);
      return;
    }
    ByteBuf size = channel.alloc().buffer(LONGEST_SIZE_LINE);
    ByteBufUtil.writeAscii(size, Integer.toHexString(data.readableBytes()));
    size.writeShort('\r' << 8 | '\n');
    channel.write(size, none);
    channel.write(data, none);
    channel.write(CRLF.duplicate(), none);
  }

  /** Writes what stands at the end of the body without flushing. */
  public void end(Channel channel) {
    if (this == CHUNKED) {
      channel.write(LAST_CHUNK.duplicate(), channel.voidPromise());
    }
  }

  private static ByteBuf constant(String text) {
    return Unpooled.unreleasableBuffer(
        Unpooled.directBuffer().writeBytes(text.getBytes(US_ASCII)).asReadOnly());
  }
}
