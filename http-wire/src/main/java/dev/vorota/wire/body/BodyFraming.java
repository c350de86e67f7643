package dev.vorota.wire.body;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vorota.wire.head.FieldLine;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPromise;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a body is framed on its way out (RFC 9112, section 6). */
public enum BodyFraming {
  /** As it is: its length stands in the head, there is none, or the connection ends with it. */
  PLAIN,

  /** Piece by piece as chunks. */
  CHUNKED;

  private static final int LONGEST_SIZE_LINE = 10;
  private static final int USUAL_TRAILERS = 256;
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
    size.writeShort(FieldLine.CRLF);
    channel.write(size, none);
    channel.write(data, none);
    channel.write(CRLF.duplicate(), none);
  }

  /**
   * Writes what stands at the end of the body without flushing.
   *
   * @param trailers the fields that follow it; only chunks have a place for them
   * @param removed names of fields, in lower case, that are left out
   */
  public void end(Channel channel, @Nullable Trailers trailers, List<String> removed) {
    if (this != CHUNKED) {
      return;
    }
    if (trailers == null) {
      channel.write(LAST_CHUNK.duplicate(), channel.voidPromise());
      return;
    }
    ByteBuf last = channel.alloc().buffer(USUAL_TRAILERS);
    last.writeByte('0').writeShort(FieldLine.CRLF);
    trailers.write(last, removed);
    channel.write(last.writeShort(FieldLine.CRLF), channel.voidPromise());
  }

  private static ByteBuf constant(String text) {
    return Unpooled.unreleasableBuffer(
        Unpooled.directBuffer().writeBytes(text.getBytes(US_ASCII)).asReadOnly());
  }
}
