package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.adapters.out.upstream.http.h2.RequestFields;
import dev.vorota.adapters.out.upstream.http.h2.ResponseOctets;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.MalformedMessageException;
import dev.vorota.wire.head.MessageFraming;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One exchange with an endpoint over a stream of a connection that carries others, too. */
final class MultiplexedExchange extends EndpointExchange {

  private final MultiplexedPool pool;
  private @Nullable MultiplexedConnection connection;
  private @Nullable Http2Stream stream;
  private @Nullable Trailers trailers;
  private boolean requestEnded;
  private boolean readWanted = true;
  private boolean hearing;
  private boolean headDone;
  private boolean measured;
  private long bodyLeft;
  private int interim;
  private int held;
  private boolean moved = true;
  private long movedNanos;

  MultiplexedExchange(
      MultiplexedPool pool, UpstreamCall call, Endpoint endpoint, UpstreamListener listener) {
    super(call, endpoint, listener);
    this.pool = pool;
  }

  /** Whether the head is all that is sent. */
  boolean isBodyless() {
    return !call().head().framing().announcesBody();
  }

  /** The head is written; the rest of the request follows. */
  void begun(MultiplexedConnection its, Http2Stream itsStream) {
    connection = its;
    stream = itsStream;
    moved = true;
    requestEnded = requestEnded || isBodyless();
    for (ByteBuf data = nextWaiting(); data != null; data = nextWaiting()) {
      bodySent();
      its.write(itsStream, data, false);
    }
    if (requestEnded) {
      writeEnd(its, itsStream);
    }
  }

  /** It begins after a time of waiting. */
  void begunLate() {
    if (!isOver()) {
      flush();
      listener().writable();
    }
  }

  @Override
  public boolean isWritable() {
    return !isOver() && connection != null && stream != null && connection.isWritable(stream);
  }

  @Override
  public void body(ByteBuf data) {
    if (isOver() || !data.isReadable()) {
      data.release();
    } else if (connection == null || stream == null) {
      keep(data);
    } else {
      moved = true;
      bodySent();
      connection.write(stream, data, false);
    }
  }

  @Override
  public void end(@Nullable Trailers after) {
    if (requestEnded || isOver()) {
      return;
    }
    requestEnded = true;
    trailers = after;
    if (connection != null && stream != null) {
      moved = true;
      writeEnd(connection, stream);
    }
  }

  @Override
  public void flush() {
    if (connection != null && !isOver()) {
      connection.flush();
    }
  }

  @Override
  public void read(boolean wanted) {
    readWanted = wanted;
    if (wanted && held > 0 && connection != null && stream != null && !isOver()) {
      int octets = held;
      held = 0;
      moved = true;
      connection.taken(stream, octets);
    }
  }

  @Override
  public void cancel() {
    if (!isOver()) {
      finish();
      pool.leave(this);
      giveUp();
    }
  }

  /** Lets the endpoint know that its answer is not wanted, or not any more. */
  void giveUp() {
    if (connection != null && stream != null) {
      connection.forget(stream, false);
    }
  }

  /** The connection or the stream was lost. */
  void lost(UpstreamFailure failure) {
    if (connection != null && stream != null) {
      connection.forget(stream, true);
    }
    fail(failure);
  }

  /** Something comes; returns whether it is the first that comes since the last flush. */
  boolean hears() {
    boolean first = !hearing;
    hearing = true;
    moved = true;
    return first;
  }

  /** All that came at once has been heard. */
  void flushHeard() {
    hearing = false;
    if (!isOver()) {
      listener().flush();
    }
  }

  void writable() {
    moved = true;
    listener().writable();
  }

  /** How many of the octets that came are taken already; the others once the front wants them. */
  int takes(int octets) {
    if (readWanted || isOver()) {
      return octets;
    }
    held += octets;
    return 0;
  }

  /**
   * A head, or the fields after the body.
   *
   * @param head empty; for this call only
   * @throws MalformedMessageException if they are not good
   */
  void fields(Http2Headers fields, boolean last, ResponseHead head) {
    answered();
    if (headDone) {
      complete(ResponseOctets.readTrailers(fields, ByteBufAllocator.DEFAULT));
      return;
    }
    ResponseOctets.readHead(fields, head, last, method(), ByteBufAllocator.DEFAULT);
    if (head.isInterim()) {
      if (last || ++interim > UpstreamConnection.MOST_INTERIM) {
        throw MalformedMessageException.of(
            "response",
            "interim",
            "final after at most " + UpstreamConnection.MOST_INTERIM + " interim ones");
      }
      listener().head(head);
      return;
    }
    headDone = true;
    measure(head);
    listener().head(head);
    if (last && !isOver()) {
      complete(null);
    }
  }

  /**
   * A piece of the body.
   *
   * @param data not owned
   * @throws MalformedMessageException if it is not as long as it was said to be
   */
  void data(ByteBuf data, boolean last) {
    int octets = data.readableBytes();
    if (measured && octets > bodyLeft) {
      throw badLength("more octets");
    }
    bodyLeft -= measured ? octets : 0;
    if (octets > 0) {
      listener().body(data.readRetainedSlice(octets));
    }
    if (last && !isOver()) {
      complete(null);
    }
  }

  /** Ends what has been still for too long. */
  void sweep(long nowNanos) {
    if (moved) {
      moved = false;
      movedNanos = nowNanos;
    }
    Duration limit = awaitsFirstByte() ? timeouts().firstByte() : timeouts().idle();
    if (!awaitsClient() && nowNanos - movedNanos > limit.toNanos()) {
      giveUp();
      fail(awaitsFirstByte() ? UpstreamFailure.FIRST_BYTE_TIMEOUT : UpstreamFailure.IDLE_TIMEOUT);
    }
  }

  private boolean awaitsFirstByte() {
    return !isAnswered() && (requestEnded || awaitsContinue());
  }

  private boolean awaitsClient() {
    return isAnswered() ? !readWanted : !requestEnded && !awaitsContinue() && isWritable();
  }

  private void measure(ResponseHead head) {
    long length = head.framing().contentLength();
    boolean hasBody = head.hasBody(method());
    measured = !hasBody || length != MessageFraming.NO_LENGTH;
    bodyLeft = hasBody ? length : 0;
  }

  private void complete(@Nullable Trailers after) {
    if (measured && bodyLeft > 0) {
      throw badLength("fewer octets");
    }
    finish();
    if (connection != null && stream != null) {
      connection.forget(stream, requestEnded);
    }
    listener().end(after);
  }

  private static MalformedMessageException badLength(String value) {
    return MalformedMessageException.of("body", value, "as long as content-length says");
  }

  private void writeEnd(MultiplexedConnection its, Http2Stream itsStream) {
    if (isBodyless()) {
      return;
    }
    Http2Headers fields = trailers == null ? null : fieldsOf(trailers);
    if (fields == null || fields.isEmpty()) {
      its.write(itsStream, Unpooled.EMPTY_BUFFER, true);
    } else {
      its.writeTrailers(itsStream, fields);
    }
  }

  private Http2Headers fieldsOf(Trailers after) {
    ByteBuf lines = ByteBufAllocator.DEFAULT.buffer();
    try {
      after.write(lines, call().action().headers().removed());
      return RequestFields.trailers(lines);
    } finally {
      lines.release();
    }
  }
}
