package dev.vorota.adapters.out.upstream.http.attempt;

import dev.vorota.wire.exchange.UpstreamExchange;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a request's body, to be sent once more. It is copied: pieces would keep the much
 * larger buffers alive that they were read into.
 */
final class Replay {

  private final int most;
  private @Nullable ByteBuf kept;
  private boolean whole = true;

  /**
   * @param most how many octets are kept
   */
  Replay(int most) {
    this.most = most;
  }

  /** Keeps a copy of a piece, or gives up where it gets too much. */
  void keep(ByteBuf data) {
    ByteBuf before = kept;
    int length = data.readableBytes();
    if (!whole || length == 0) {
      return;
    }
    if ((before == null ? 0 : before.readableBytes()) + length > most) {
      release();
    } else {
      hold(data);
    }
  }

  /** Keeps a copy of a piece that nobody has got yet, however much it is. */
  void hold(ByteBuf data) {
    ByteBuf before = kept;
    int length = data.readableBytes();
    ByteBuf into = before == null ? data.alloc().buffer(length) : before;
    kept = into;
    into.writeBytes(data, data.readerIndex(), length);
  }

  /** Whether all that came can be sent once more. */
  boolean isWhole() {
    return whole;
  }

  void sendTo(UpstreamExchange exchange) {
    ByteBuf all = kept;
    if (all != null) {
      exchange.body(all.retainedDuplicate());
    }
  }

  /** Keeps nothing any more. */
  void release() {
    ByteBuf all = kept;
    kept = null;
    whole = false;
    if (all != null) {
      all.release();
    }
  }
}
