package dev.vorota.adapters.out.upstream.http.attempt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final int MOST = 1_000;

  @Property
  void sendsAllThatCameAsLongAsThatIsWithinTheBound(
      @ForAll @Size(max = 10) List<@IntRange(max = 400) Integer> lengths) {
    Replay replay = new Replay(MOST);
    StringBuilder all = new StringBuilder();
    for (int length : lengths) {
      String piece = Character.toString('a' + all.length() % 26).repeat(length);
      all.append(piece);
      keep(replay, piece);
    }
    boolean fits = all.length() <= MOST;

    assertThat(replay.isWhole()).isEqualTo(fits);
    assertThat(sent(replay)).isEqualTo(fits ? all.toString() : "");
    assertThat(sent(replay)).as("once more").isEqualTo(fits ? all.toString() : "");
    replay.release();
  }

  @Test
  void holdsWhatNobodyHasGotHoweverMuchItIs() {
    Replay replay = new Replay(0);
    hold(replay, "first");
    hold(replay, "second");

    assertThat(sent(replay)).isEqualTo("firstsecond");
    assertThat(replay.isWhole()).isTrue();
    keep(replay, "more");
    assertThat(replay.isWhole()).isFalse();
    assertThat(sent(replay)).isEmpty();
  }

  @Test
  void keepsNothingAnyMoreOnceItIsReleased() {
    Replay replay = new Replay(MOST);
    keep(replay, "body");
    replay.release();
    keep(replay, "more");

    assertThat(replay.isWhole()).isFalse();
    assertThat(sent(replay)).isEmpty();
  }

  private static void keep(Replay replay, String piece) {
    ByteBuf data = buffer(piece);
    replay.keep(data);
    assertThat(data.readableBytes()).as("the piece is still to be sent").isEqualTo(piece.length());
    data.release();
  }

  private static void hold(Replay replay, String piece) {
    ByteBuf data = buffer(piece);
    replay.hold(data);
    data.release();
  }

  private static ByteBuf buffer(String text) {
    return PooledByteBufAllocator.DEFAULT.buffer().writeBytes(text.getBytes(US_ASCII));
  }

  private static String sent(Replay replay) {
    Sent sent = new Sent();
    replay.sendTo(sent);
    return sent.text.toString();
  }

  /** Takes a body, as an endpoint does. */
  private static final class Sent implements UpstreamExchange {

    private final StringBuilder text = new StringBuilder();

    @Override
    public boolean isWritable() {
      return true;
    }

    @Override
    public void body(ByteBuf data) {
      text.append(data.toString(US_ASCII));
      data.release();
    }

    @Override
    public void end(@Nullable Trailers trailers) {}

    @Override
    public void flush() {}

    @Override
    public void read(boolean wanted) {}

    @Override
    public void cancel() {}
  }
}
