package dev.vorota.wire.body;

import dev.vorota.wire.head.MessageFraming;
import dev.vorota.wire.head.RequestHead;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes one body out of what a connection brings, as it comes, and knows where it ends. */
public interface BodyReader {

  /**
   * Takes what belongs to the body.
   *
   * @param in read up to the end of the body and not beyond it
   * @param sink owns each piece that it is handed
   * @return whether the body is at its end
   * @throws dev.vorota.wire.head.MalformedMessageException if the framing is broken
   */
  boolean read(ByteBuf in, Consumer<ByteBuf> sink);

  /** Whether the end of the connection is the end of the body, rather than its loss. */
  default boolean endsWithConnection() {
    return false;
  }

  /** The most octets that may still come, {@link Long#MAX_VALUE} where nobody knows. */
  default long left() {
    return Long.MAX_VALUE;
  }

  /** The fields that came after the body, or null where there were none. */
  default @Nullable Trailers trailers() {
    return null;
  }

  /** The body that follows a request's head (RFC 9112, section 6.3). */
  static BodyReader of(RequestHead head) {
    return head.framing().isChunked()
        ? new ChunkedBodyReader()
        : new FixedLengthBodyReader(Math.max(0, head.framing().contentLength()));
  }

  /**
   * The body that follows a response's head.
   *
   * @param method the request's
   */
  static BodyReader of(ResponseHead head, String method) {
    if (!head.hasBody(method)) {
      return new FixedLengthBodyReader(0);
    }
    if (head.framing().isChunked()) {
      return new ChunkedBodyReader();
    }
    long length = head.framing().contentLength();
    return length == MessageFraming.NO_LENGTH
        ? new UntilCloseBodyReader()
        : new FixedLengthBodyReader(length);
  }
}
