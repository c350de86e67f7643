package dev.vorota.app.gateway;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps what Netty's detector finds, so that a test can fail for it: by itself it only logs. The
 * build names this class to Netty.
 */
public final class LeakDetector<T> extends ResourceLeakDetector<T> {

  private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

  /** Called by Netty. */
  public LeakDetector(Class<T> type, int samplingInterval) {
    super(type, samplingInterval);
  }

  /** Fails if a buffer was forgotten before it was released. */
  static void requireNone() {
    System.gc(); // what is forgotten shows only then
    ByteBufAllocator.DEFAULT.buffer().release(); // the detector reports as it tracks
    String first = LEAKS.poll();
    if (first != null) {
      throw new AssertionError(first);
    }
  }

  @Override
  protected boolean needReport() {
    return true;
  }

  @Override
  protected void reportTracedLeak(String type, String records) {
    LEAKS.add("A " + type + " leaked:" + records);
  }

  @Override
  protected void reportUntracedLeak(String type) {
    LEAKS.add("A " + type + " leaked.");
  }
}
