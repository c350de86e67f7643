package dev.vorota.adapters.in.gateway.http;

import dev.vorota.adapters.in.gateway.http.ResponseHeadWriter.Persistence;
import dev.vorota.gateway.http.Body;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.rewrite.PathRewrite;
import dev.vorota.wire.body.BodyFraming;
import dev.vorota.wire.head.MessageFraming;
import dev.vorota.wire.head.RequestHead;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one response to a client, framed as that client's request allows. */
final class ClientResponse {

  private static final PathRewrite KEPT = new PathRewrite.Keep();

  /** How much of a body of the gateway's own is written at once: the channel makes a copy of it. */
  private static final int PIECE = 64 * 1_024;

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final Channel channel;
  private final RequestHead request;
  private final FrontLoop loop;
  private BodyFraming framing = BodyFraming.PLAIN;
  private PathRewrite rewrite = KEPT;
  private HeaderChanges changes = HeaderChanges.NONE;
  private @Nullable Body rest;
  private int restAt;
  private boolean started;
  private boolean keepAlive;
  private boolean endsWithConnection;

  ClientResponse(Channel channel, RequestHead request, FrontLoop loop) {
    this.channel = channel;
    this.request = request;
    this.loop = loop;
  }

  /** Says what became of the path on its way to the upstream. */
  void rewritten(PathRewrite pathRewrite) {
    rewrite = pathRewrite;
  }

  /** Says how the fields are changed. */
  void changed(HeaderChanges headerChanges) {
    changes = headerChanges;
  }

  /** Lets the connection go on after the response where the client wants it to. */
  void persist() {
    keepAlive = request.keepsAlive();
  }

  /** Ends the connection after the response. */
  void closeAfter() {
    keepAlive = false;
  }

  /** Whether a final head was written. */
  boolean isStarted() {
    return started;
  }

  /** Whether the connection goes on after the response. */
  boolean keepsAlive() {
    return keepAlive;
  }

  /**
   * Writes an answer that the gateway makes itself, but for its body, which {@link #writeRest}
   * writes.
   *
   * @param more fields beside those of the answer
   */
  void answer(Response response, List<Header> more) {
    started = true;
    Body body = response.body();
    boolean measured = response.status() != NOT_MODIFIED && response.status() != NO_CONTENT;
    channel.write(
        ResponseHeadWriter.own(
            response.status(),
            response.headers(),
            more,
            changes,
            measured ? body.length() : MessageFraming.NO_LENGTH,
            loop.date().at(System.currentTimeMillis()),
            persistence(),
            channel.alloc()),
        channel.voidPromise());
    if (!measured || body.length() == 0 || request.method().equals("HEAD")) {
      return;
    }
    rest = body;
  }

  /** Whether more of the gateway's own answer is to be written. */
  boolean isUnwritten() {
    return rest != null;
  }

  /** Writes of the gateway's own answer what the client takes now. Returns how many octets. */
  int writeRest() {
    Body body = rest;
    if (body == null) {
      return 0;
    }
    int from = restAt;
    do {
      int piece = Math.min(PIECE, body.length() - restAt);
      channel.write(
          Unpooled.wrappedBuffer(body.octets(), body.offset() + restAt, piece),
          channel.voidPromise());
      restAt += piece;
    } while (restAt < body.length() && channel.isWritable());
    if (restAt == body.length()) {
      rest = null;
    }
    return restAt - from;
  }

  /** Passes an interim head on, unless the client's version knows none. */
  void interim(ResponseHead head) {
    if (!request.isHttp10()) {
      write(head, List.of(), Persistence.IMPLIED);
    }
  }

  /** Passes on that the protocol changes. */
  void switchProtocols(ResponseHead head, List<Header> more) {
    started = true;
    keepAlive = false;
    write(head, more, Persistence.UPGRADE);
  }

  /** Passes a final head on. */
  void head(ResponseHead head, List<Header> more) {
    started = true;
    boolean unmeasured =
        head.hasBody(request.method())
            && head.framing().contentLength() == MessageFraming.NO_LENGTH;
    if (unmeasured && request.isHttp10()) {
      keepAlive = false;
      endsWithConnection = true;
    } else if (unmeasured) {
      framing = BodyFraming.CHUNKED;
    }
    write(head, more, persistence());
  }

  /**
   * Writes a piece of the body.
   *
   * @return whether the client takes more now
   */
  boolean body(ByteBuf data) {
    framing.write(channel, data);
    return channel.isWritable();
  }

  void end(@Nullable Trailers trailers) {
    framing.end(channel, trailers, changes.removed());
  }

  /** Whether the client takes the end of the connection for the end of the body. */
  boolean endsWithConnection() {
    return endsWithConnection;
  }

  private void write(ResponseHead head, List<Header> more, Persistence persistence) {
    channel.write(
        ResponseHeadWriter.forwarded(
            head, rewrite, more, changes, framing, persistence, channel.alloc()),
        channel.voidPromise());
  }

  private Persistence persistence() {
    keepAlive = keepAlive && !loop.isDraining();
    if (!keepAlive) {
      return Persistence.CLOSE;
    }
    return request.isHttp10() ? Persistence.KEEP_ALIVE : Persistence.IMPLIED;
  }
}
