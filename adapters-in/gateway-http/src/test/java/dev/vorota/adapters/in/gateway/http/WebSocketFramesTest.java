package dev.vorota.adapters.in.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The ends of frames are found wherever what passes is cut. */
class WebSocketFramesTest {

  private static final int SHORT = 126;

  /**
   * @param longForm whether the length is written in more octets than it needs
   */
  record Frame(int length, boolean masked, boolean longForm) {

    void write(ByteBuf out) {
      int mask = masked ? 0x80 : 0;
      out.writeByte(0x82);
      if (longForm) {
        out.writeByte(mask | 127).writeLong(length);
      } else if (length < SHORT) {
        out.writeByte(mask | length);
      } else {
        out.writeByte(mask | SHORT).writeShort(length);
      }
      out.writeZero(length + (masked ? 4 : 0));
    }
  }

  @Property
  void isBetweenFramesExactlyWhereOneEnds(
      @ForAll("frames") List<Frame> frames, @ForAll @IntRange(min = 1, max = 40) int piece) {
    ByteBuf all = Unpooled.buffer();
    boolean[] ends = new boolean[1 << 17];
    for (Frame frame : frames) {
      frame.write(all);
      ends[all.writerIndex()] = true;
    }
    ends[0] = true;
    WebSocketFrames followed = new WebSocketFrames();
    while (all.isReadable()) {
      ByteBuf part = all.readSlice(Math.min(piece, all.readableBytes()));
      followed.follow(part);
      assertThat(followed.isBetween()).isEqualTo(ends[all.readerIndex()]);
    }
  }

  @Property
  void followsOneFrameToItsEnd(@ForAll("frames") @Size(min = 1) List<Frame> frames) {
    ByteBuf all = Unpooled.buffer();
    WebSocketFrames followed = new WebSocketFrames();
    for (Frame frame : frames) {
      frame.write(all);
    }
    for (Frame frame : frames) {
      ByteBuf one = Unpooled.buffer();
      frame.write(one);
      int length = followed.followOne(all);
      assertThat(length).isEqualTo(one.readableBytes());
      assertThat(followed.isBetween()).isTrue();
      all.skipBytes(length);
    }
  }

  @Test
  void neverSeesTheEndOfAFrameThatIsLongerThanAnyCanBe() {
    WebSocketFrames followed = new WebSocketFrames();
    followed.follow(Unpooled.buffer().writeByte(0x82).writeByte(127).writeLong(-1).writeZero(64));
    assertThat(followed.isBetween()).isFalse();
  }

  @Provide
  Arbitrary<List<Frame>> frames() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.integers().between(0, 20), Arbitraries.integers().between(120, 4_000)),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(Frame::new)
        .list()
        .ofMaxSize(12);
  }
}
