package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.problem.Problem;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a client has sent and what is to be done about it, one frame after the other. It bounds
 * length, rate and number, because the framework's own queue of frames has no bound. Lives on the
 * connection's event loop.
 */
final class Inbox {

  private final Limits limits;
  private final FrameRate rate;
  private final Complaints complaints;
  private final Consumer<ClientFrame> server;
  private final Queue<ClientFrame> waiting = new ArrayDeque<>();
  private boolean busy = true;

  /**
   * @param server begins to serve a frame, and calls {@link #next()} when it is done; the first
   *     frame waits for that too
   */
  Inbox(Limits limits, LongSupplier nanoTime, Complaints complaints, Consumer<ClientFrame> server) {
    this.limits = limits;
    this.rate = new FrameRate(limits.framesPerSecond(), limits.frameBurst(), nanoTime);
    this.complaints = complaints;
    this.server = server;
  }

  void receive(String text) {
    if (text.length() > limits.longestFrame()
        || ByteBufUtil.utf8Bytes(text) > limits.longestFrame()) {
      complaints.fatal(CloseCode.FRAME_TOO_LONG, tooLong());
    } else if (!rate.admit() || waiting.size() == limits.mostWaitingFrames()) {
      complaints.fatal(CloseCode.TOO_MANY_FRAMES, tooMany());
    } else {
      read(text);
    }
  }

  void next() {
    ClientFrame frame = waiting.poll();
    busy = frame != null;
    if (frame != null) {
      server.accept(frame);
    }
  }

  private void read(String text) {
    try {
      waiting.add(ClientFrameReader.read(text));
    } catch (MalformedFrameException e) {
      complaints.fatal(CloseCode.MALFORMED, malformed(String.valueOf(e.getMessage())));
      return;
    } catch (RefusedFrameException e) {
      complaints.refused(e.id(), e.problem());
      return;
    }
    if (!busy) {
      next();
    }
  }

  private Problem tooLong() {
    return Problem.of(
        "frame-too-long",
        413,
        "The frame is too long",
        "A frame may have " + limits.longestFrame() + " bytes at most.");
  }

  private Problem tooMany() {
    return Problem.of(
        "too-many-frames",
        429,
        "Too many frames",
        "At most "
            + limits.framesPerSecond()
            + " frames a second are taken, "
            + limits.frameBurst()
            + " at once.");
  }

  private static Problem malformed(String detail) {
    return Problem.of("malformed-json", 400, "The frame is not valid JSON", detail);
  }

  /** Hears what is wrong with frames. */
  interface Complaints {

    /** The frame is not served; the connection stays. */
    void refused(@Nullable String id, Problem problem);

    /** The connection can't stay. */
    void fatal(CloseCode code, Problem problem);
  }
}
