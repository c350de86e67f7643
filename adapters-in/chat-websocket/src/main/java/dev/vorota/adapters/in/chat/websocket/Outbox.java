package dev.vorota.adapters.in.chat.websocket;

import java.util.ArrayDeque;
import java.util.function.LongSupplier;

/**
 * What is under way to a client, within bounds. Not thread-safe: it lives on the connection's event
 * loop.
 */
final class Outbox {

  private final Wire wire;
  private final int mostFrames;
  private final int mostBytes;
  private final LongSupplier nanoTime;
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private int frames;
  private int bytes;
  private long progressAt;

  Outbox(Wire wire, int mostFrames, int mostBytes, LongSupplier nanoTime) {
    this.wire = wire;
    this.mostFrames = mostFrames;
    this.mostBytes = mostBytes;
    this.nanoTime = nanoTime;
  }

  /** Sends a frame, or answers false where too much is under way already. */
  boolean send(Frame frame) {
    if (frames == mostFrames || bytes > mostBytes - frame.bytes()) {
      return false;
    }
    if (frames == 0) {
      progressAt = nanoTime.getAsLong();
    }
    frames++;
    bytes += frame.bytes();
    wire.write(frame, () -> written(frame));
    return true;
  }

  /** Whether so little is under way that there is room for a quarter of the bounds at least. */
  boolean isCalm() {
    return frames <= mostFrames / 4 && bytes <= mostBytes / 4;
  }

  /** Runs the task as soon as the outbox is calm. */
  void whenCalm(Runnable task) {
    waiting.add(task);
    runWaiting();
  }

  /** For how long something has been under way without any of it leaving, in nanoseconds. */
  long stalledFor() {
    return frames == 0 ? 0 : nanoTime.getAsLong() - progressAt;
  }

  private void written(Frame frame) {
    frames--;
    bytes -= frame.bytes();
    progressAt = nanoTime.getAsLong();
    runWaiting();
  }

  private void runWaiting() {
    while (isCalm() && !waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
