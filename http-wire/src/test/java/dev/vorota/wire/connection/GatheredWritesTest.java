package dev.vorota.wire.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GatheredWritesTest {

  private final EmbeddedChannel channel = new EmbeddedChannel(new GatheredWrites());

  @Test
  void letsAHeadAndAShortBodyLeaveAsOne() {
    write(channel.alloc().directBuffer(64).writeBytes("head ".getBytes(ISO_8859_1)));
    ByteBuf body = Unpooled.copiedBuffer("body", ISO_8859_1);
    write(body);
    channel.flushOutbound();

    assertThat(text(channel.readOutbound())).isEqualTo("head body");
    assertThat(body.refCnt()).isZero();
    assertThat(channel.<ByteBuf>readOutbound()).isNull();
  }

  @Test
  void doesNotKeepTheBufferThatASmallPieceWasReadInto() {
    ByteBuf read = channel.alloc().directBuffer(16_384).writeBytes("piece".getBytes(ISO_8859_1));
    write(read.readRetainedSlice(5));

    assertThat(read.refCnt()).isEqualTo(1);
    read.release();
    channel.flushOutbound();
    assertThat(text(channel.readOutbound())).isEqualTo("piece");
  }

  @Test
  void passesABigPieceAsItIs() {
    ByteBuf big = Unpooled.buffer(8_192).writeZero(8_192);
    write(Unpooled.copiedBuffer("head", ISO_8859_1));
    write(big);
    channel.flushOutbound();

    assertThat(text(channel.readOutbound())).isEqualTo("head");
    assertThat(channel.<ByteBuf>readOutbound()).isSameAs(big);
    big.release();
  }

  @Test
  void letsNothingStayBehindAWriteThatSomebodyWaitsFor() {
    write(Unpooled.copiedBuffer("last", ISO_8859_1));
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER);

    assertThat(text(channel.readOutbound())).isEqualTo("last");
  }

  @Test
  void letsGoOfWhatWasNotFlushedWhenTheConnectionCloses() {
    ByteBuf head = channel.alloc().directBuffer(64).writeBytes("head".getBytes(ISO_8859_1));
    write(head);
    channel.close();

    assertThat(head.refCnt()).isZero();
  }

  @Property(tries = 200)
  void keepsEveryOctetInItsPlace(@ForAll List<@IntRange(min = 0, max = 5_000) Integer> sizes) {
    ByteBuf sent = Unpooled.buffer();
    EmbeddedChannel fresh = new EmbeddedChannel(new GatheredWrites());
    int next = 0;
    for (int size : sizes) {
      ByteBuf piece = fresh.alloc().directBuffer(Math.max(16, size));
      for (int i = 0; i < size; i++) {
        piece.writeByte(next);
        sent.writeByte(next++);
      }
      fresh.write(piece, fresh.voidPromise());
      if (size % 7 == 0) {
        fresh.flushOutbound();
      }
    }
    fresh.flushOutbound();

    ByteBuf received = Unpooled.buffer();
    for (ByteBuf out = fresh.readOutbound(); out != null; out = fresh.readOutbound()) {
      received.writeBytes(out);
      out.release();
    }
    assertThat(received).isEqualTo(sent);
  }

  private void write(ByteBuf piece) {
    channel.write(piece, channel.voidPromise());
  }

  private static String text(ByteBuf piece) {
    String text = piece.toString(ISO_8859_1);
    piece.release();
    return text;
  }
}
