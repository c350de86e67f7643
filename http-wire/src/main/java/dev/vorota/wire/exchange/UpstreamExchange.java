package dev.vorota.wire.exchange;

import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * The front's end of an exchange with an upstream. Confined to one event loop. After a failure, or
 * once both bodies have ended, calls do nothing.
 */
public interface UpstreamExchange {

  /** Whether more of the body may come now; {@link UpstreamListener#writable()} tells when. */
  boolean isWritable();

  /**
   * Sends a piece of the request's body, or of what follows once the protocol has changed.
   *
   * @param data is owned by the exchange from here on
   */
  void body(ByteBuf data);

  /**
   * Says that the request's body is complete, or that the client sends no more once the protocol
   * has changed.
   *
   * @param trailers the fields that came after the body, or null where there were none
   */
  void end(@Nullable Trailers trailers);

  /** Sends out what was written. */
  void flush();

  /** Says whether the listener wants to hear more of the response now. */
  void read(boolean wanted);

  /** Gives the exchange up; the listener hears nothing more of it. */
  void cancel();
}
