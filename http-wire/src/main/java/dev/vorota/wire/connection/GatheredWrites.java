package dev.vorota.wire.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * Lets what is written in small pieces between two flushes leave as one: a head and a short body
 * then cost one plain system call, and the framing of chunks none of its own. They leave at the end
 * of the event loop's round. Big pieces pass as they are and at once. Stands before the handler
 * that writes; each connection has its own.
 */
public final class GatheredWrites extends ChannelOutboundHandlerAdapter {

  private static final int BIGGEST_PIECE = 2_048;
  private static final int SIZE = 4_096;

  private @Nullable ByteBuf gathered;
  private @Nullable ChannelHandlerContext waiting;

  /** Whether something is under way since the last flush, so that the next one can't wait. */
  private boolean passed;

  private int flushes;

  /** How many times what was written has been sent; between two of them nothing leaves. */
  public int flushes() {
    return flushes;
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (promise.isVoid() && message instanceof ByteBuf piece && isSmall(piece)) {
      gather(ctx, piece);
    } else {
      pass(ctx);
      passed = true;
      ctx.write(message, promise);
    }
  }

  @Override
  public void flush(ChannelHandlerContext ctx) {
    if (passed || gathered == null) {
      flushAt(ctx);
    } else if (waiting == null) {
      waiting = ctx;
      FlushRound.current().add(this, ctx.channel().eventLoop());
    }
  }

  /** Sends what waits for the end of the round, where it was not sent meanwhile. */
  void flushNow() {
    ChannelHandlerContext ctx = waiting;
    if (ctx != null) {
      flushAt(ctx);
    }
  }

  @Override
  public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
    flushNow();
    drop();
    ctx.close(promise);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    drop();
  }

  private static boolean isSmall(ByteBuf piece) {
    return piece.readableBytes() <= BIGGEST_PIECE;
  }

  private void gather(ChannelHandlerContext ctx, ByteBuf piece) {
    ByteBuf open = gathered;
    if (open != null && open.maxFastWritableBytes() >= piece.readableBytes()) {
      open.writeBytes(piece);
      piece.release();
      return;
    }
    pass(ctx);
    gathered = canGrow(piece) ? piece : copy(ctx, piece);
  }

  /** Whether it is a buffer of its own, with room behind what was written. */
  private static boolean canGrow(ByteBuf piece) {
    return piece.maxFastWritableBytes() > 0 && piece.refCnt() == 1 && !piece.isReadOnly();
  }

  /** A small piece must not keep the big buffer alive that it was read into. */
  private static ByteBuf copy(ChannelHandlerContext ctx, ByteBuf piece) {
    ByteBuf copy = ctx.alloc().directBuffer(SIZE).writeBytes(piece);
    piece.release();
    return copy;
  }

  private void flushAt(ChannelHandlerContext ctx) {
    waiting = null;
    pass(ctx);
    passed = false;
    flushes++;
    ctx.flush();
  }

  private void pass(ChannelHandlerContext ctx) {
    ByteBuf open = gathered;
    gathered = null;
    if (open != null) {
      passed = true;
      ctx.write(open, ctx.voidPromise());
    }
  }

  private void drop() {
    ByteBuf open = gathered;
    gathered = null;
    if (open != null) {
      open.release();
    }
  }
}
