package dev.vorota.wire.connection;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayList;
import java.util.List;

/**
 * The short messages that one round of an event loop has made. They are sent once the round has
 * read from all connections that have something to read: sent one by one in between, each would
 * wake its receiver, who would find this one message and sleep again.
 */
final class FlushRound implements Runnable {

  private static final FastThreadLocal<FlushRound> ROUNDS =
      new FastThreadLocal<>() {
        @Override
        protected FlushRound initialValue() {
          return new FlushRound();
        }
      };

  /**
   * So many are sent before the round is over: more would leave the processor's cache meanwhile.
   */
  private static final int MOST = 32;

  private final List<GatheredWrites> waiting = new ArrayList<>();

  private FlushRound() {}

  /** The round of the loop on which this is called. */
  static FlushRound current() {
    return ROUNDS.get();
  }

  void add(GatheredWrites writes, EventLoop loop) {
    waiting.add(writes);
    if (waiting.size() == 1) {
      loop.execute(this);
    } else if (waiting.size() == MOST) {
      flushAll();
    }
  }

  @Override
  public void run() {
    flushAll();
  }

  private void flushAll() {
    for (int i = 0; i < waiting.size(); i++) {
      waiting.get(i).flushNow();
    }
    waiting.clear();
  }
}
