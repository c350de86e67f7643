package dev.vorota.adapters.out.compression;

import dev.vorota.gateway.compression.Compression;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.http.ContentCoding;
import dev.vorota.gateway.http.Header;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.RequestHead;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears an answer and passes it on, compressed where its route and its client let that be. What the
 * upstream lets out at once leaves at once.
 */
final class CompressedAnswer implements UpstreamListener {

  private static final Header VARY = new Header("vary", "accept-encoding");

  private final Compression compression;
  private final RequestHead request;
  private final UpstreamListener listener;
  private final Encoders encoders;
  private final Consumer<ByteBuf> sink;
  private @Nullable Encoder encoder;
  private boolean pending;

  CompressedAnswer(
      Compression compression, RequestHead request, UpstreamListener listener, Encoders encoders) {
    this.compression = compression;
    this.request = request;
    this.listener = listener;
    this.encoders = encoders;
    this.sink = listener::body;
  }

  @Override
  public void asked(Endpoint endpoint) {
    listener.asked(endpoint);
  }

  @Override
  public void add(Header field) {
    listener.add(field);
  }

  @Override
  public void head(ResponseHead head) {
    if (head.isInterim()
        || !compression.covers(head.status(), head, head.framing().contentLength())) {
      listener.head(head);
      return;
    }
    listener.add(VARY);
    ContentCoding coding = compression.codingFor(request.headers("accept-encoding"));
    if (coding == ContentCoding.IDENTITY) {
      listener.head(head);
      return;
    }
    boolean hasBody = head.hasBody(request.method());
    listener.head(CodedHead.of(head, coding, encoders.allocator()));
    if (hasBody) {
      encoder = encoders.open(coding);
    }
  }

  @Override
  public void body(ByteBuf data) {
    Encoder current = encoder;
    if (current == null) {
      listener.body(data);
      return;
    }
    pending = true;
    try {
      current.write(data, sink);
    } finally {
      data.release();
    }
  }

  @Override
  public void end(@Nullable Trailers trailers) {
    Encoder current = encoder;
    if (current != null) {
      current.finish(sink);
      giveUp();
    }
    listener.end(trailers);
  }

  @Override
  public void failed(UpstreamFailure failure) {
    giveUp();
    listener.failed(failure);
  }

  @Override
  public void flush() {
    Encoder current = encoder;
    if (current != null && pending) {
      pending = false;
      current.flush(sink);
    }
    listener.flush();
  }

  @Override
  public void writable() {
    listener.writable();
  }

  /** Nothing more is heard. */
  void giveUp() {
    Encoder current = encoder;
    encoder = null;
    if (current != null) {
      current.close();
    }
  }
}
