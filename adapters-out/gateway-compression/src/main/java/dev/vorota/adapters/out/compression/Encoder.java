package dev.vorota.adapters.out.compression;

import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/**
 * Compresses one body, piece by piece. Confined to one event loop. Has to be closed, whether the
 * body came to its end or not.
 */
interface Encoder extends AutoCloseable {

  /**
   * Takes a piece. What comes out may come later.
   *
   * @param data is read, and stays the caller's
   * @param sink owns each piece that it is handed
   */
  void write(ByteBuf data, Consumer<ByteBuf> sink);

  /** Lets out all that was taken, so that whoever reads what came so far has it. */
  void flush(Consumer<ByteBuf> sink);

  /** Ends the body. */
  void finish(Consumer<ByteBuf> sink);

  @Override
  void close();
}
