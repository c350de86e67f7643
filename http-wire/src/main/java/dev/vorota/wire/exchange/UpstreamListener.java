package dev.vorota.wire.exchange;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.http.Header;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Hears what an upstream answers, in order, on the event loop of the exchange. */
public interface UpstreamListener {

  /** An endpoint is asked; maybe not the first one. */
  default void asked(Endpoint endpoint) {}

  /** A field that the response is to have beside those of the head that follows. */
  default void add(Header field) {}

  /**
   * A head: maybe interim ones, then the final one. After a 101 both sides send octets as they
   * like, until one ends.
   *
   * @param head valid during the call
   */
  void head(ResponseHead head);

  /**
   * A piece of the body.
   *
   * @param data is owned by the listener from here on
   */
  void body(ByteBuf data);

  /**
   * The response is complete, or the upstream sends no more once the protocol has changed.
   *
   * @param trailers the fields that came after the body, or null where there were none
   */
  void end(@Nullable Trailers trailers);

  /** There will be no response, or no more of it. */
  void failed(UpstreamFailure failure);

  /** What was heard so far is all that came at once: the moment to flush. */
  void flush();

  /** More of the request's body may come now. */
  void writable();
}
