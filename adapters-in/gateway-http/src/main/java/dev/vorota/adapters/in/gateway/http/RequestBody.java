package dev.vorota.adapters.in.gateway.http;

import dev.vorota.wire.body.BodyReader;
import dev.vorota.wire.head.RequestHead;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The body of the request that a client's connection is at, for as long as it is not whole. */
final class RequestBody {

  /** How long a body may be that is read over, so that the connection can be used again. */
  private static final int LONGEST_DISCARDED = 64 * 1_024;

  private final RequestHead head;
  private @Nullable BodyReader reader;
  private @Nullable Trailers trailers;

  /**
   * @param head of each request on the connection in its turn
   */
  RequestBody(RequestHead head) {
    this.head = head;
  }

  /** Waits for the body that the head announces. */
  void start() {
    trailers = null;
    reader = head.framing().announcesBody() ? BodyReader.of(head) : null;
  }

  /** Whether more of it is to come. */
  boolean isAwaited() {
    return reader != null;
  }

  /** Forgets what is to come. */
  void giveUp() {
    reader = null;
  }

  /**
   * Takes what belongs to the body.
   *
   * @param sink owns each piece that it is handed
   * @return whether it is whole now
   */
  boolean read(ByteBuf in, Consumer<ByteBuf> sink) {
    BodyReader current = reader;
    if (current == null || !current.read(in, sink)) {
      return false;
    }
    trailers = current.trailers();
    reader = null;
    return true;
  }

  /** The fields that came after the last body that was read, or null where there were none. */
  @Nullable Trailers trailers() {
    return trailers;
  }

  /**
   * Whether what is to come of a body that nobody wants is short enough to be read over. One that
   * the client has not begun, because it waits to be told to, may never come.
   */
  boolean mayDiscard() {
    BodyReader current = reader;
    return current == null
        || (current.left() <= LONGEST_DISCARDED
            && (!head.expectsContinue() || current.left() < head.framing().contentLength()));
  }
}
