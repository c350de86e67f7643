package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.adapters.out.upstream.http.h2.RequestFields;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.head.MalformedMessageException;
import dev.vorota.wire.head.Refusal;
import dev.vorota.wire.head.ResponseHead;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2EventAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One connection of HTTP/2 with an endpoint (RFC 9113). Each exchange is a stream of it. */
final class MultiplexedConnection extends Http2EventAdapter {

  /** How many streams an endpoint is taken to allow until it says (RFC 9113, section 6.5.2). */
  static final int ASSUMED_STREAMS = 100;

  private static final int MOST_STREAMS = 1_000;

  /** Near the last number that a stream may have; none is used twice. */
  private static final int LAST_STREAM = Integer.MAX_VALUE - 2;

  private static final long PING_WORD = 0x766f726f7461L;

  private final MultiplexedPool pool;
  private final boolean secure;
  private final Duration longestRest;
  private final long endNanos;
  private final MultiplexedHandler handler;
  private final Http2Connection connection;
  private final Http2Connection.PropertyKey exchangeKey;
  private final ResponseHead head =
      new ResponseHead(UpstreamConnection.LONGEST_HEAD, UpstreamConnection.MOST_FIELDS);
  private final List<MultiplexedExchange> heard = new ArrayList<>();
  private @Nullable ChannelHandlerContext context;
  private int streamsAllowed = ASSUMED_STREAMS;
  private int lastTaken = Integer.MAX_VALUE;
  private boolean spent;
  private boolean flushing;
  private boolean used = true;
  private boolean alive = true;
  private boolean pinging;
  private long usedNanos = System.nanoTime();
  private long aliveNanos = usedNanos;

  /**
   * @param longestRest how long it may carry no exchange, and the endpoint be silent though asked
   * @param endNanos when it has become too old to carry more of them
   */
  MultiplexedConnection(MultiplexedPool pool, boolean secure, Duration longestRest, long endNanos) {
    this.pool = pool;
    this.secure = secure;
    this.longestRest = longestRest;
    this.endNanos = endNanos;
    this.handler = MultiplexedHandler.of(this);
    this.connection = handler.connection();
    this.exchangeKey = connection.newKey();
    connection.addListener(this);
    handler.encoder().flowController().listener(this::writabilityChanged);
  }

  /** Begins to speak over a channel that is connected, or about to be. */
  void joins(ChannelPipeline pipeline) {
    pipeline.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
    pipeline.channel().config().setOption(ChannelOption.AUTO_CLOSE, true);
    pipeline.addLast(handler);
    context = pipeline.context(handler);
  }

  boolean hasRoom() {
    return !spent
        && context().channel().isActive()
        && !connection.goAwayReceived()
        && !connection.goAwaySent()
        && connection.local().lastStreamCreated() < LAST_STREAM
        && exchanges() < Math.min(streamsAllowed, MOST_STREAMS);
  }

  int exchanges() {
    return connection.local().numActiveStreams();
  }

  /** Begins an exchange; there must be room. */
  void open(MultiplexedExchange exchange) {
    used = true;
    int id = connection.local().incrementAndGetNextStreamId();
    ByteBuf written =
        RequestHeadWriter.write(exchange.call(), exchange.endpoint(), context().alloc());
    Http2Headers fields;
    try {
      fields = RequestFields.of(written, secure);
    } finally {
      written.release();
    }
    ChannelFuture sent =
        handler
            .encoder()
            .writeHeaders(context(), id, fields, 0, exchange.isBodyless(), context().newPromise());
    Http2Stream stream = connection.stream(id);
    if (stream == null || sent.cause() != null) {
      exchange.fail(UpstreamFailure.DISCONNECTED);
      return;
    }
    stream.setProperty(exchangeKey, exchange);
    exchange.begun(this, stream);
  }

  /** It carries no further exchange, and ends with the last one. */
  void retire() {
    spent = true;
    closeWhereDone();
  }

  void sweep(long nowNanos) {
    if (exchanges() > 0 || used) {
      usedNanos = nowNanos;
    }
    used = false;
    if (nowNanos - endNanos > 0 || nowNanos - usedNanos > longestRest.toNanos()) {
      retire();
    }
    keepAlive(nowNanos);
    for (MultiplexedExchange exchange : all()) {
      exchange.sweep(nowNanos);
    }
  }

  void write(Http2Stream stream, ByteBuf data, boolean last) {
    handler.encoder().writeData(context(), stream.id(), data, 0, last, context().newPromise());
  }

  void writeTrailers(Http2Stream stream, Http2Headers fields) {
    handler.encoder().writeHeaders(context(), stream.id(), fields, 0, true, context().newPromise());
  }

  boolean isWritable(Http2Stream stream) {
    return handler.encoder().flowController().isWritable(stream);
  }

  /** Sends what was written, at the end of the event loop's round. */
  void flush() {
    if (!flushing) {
      flushing = true;
      context().executor().execute(this::flushNow);
    }
  }

  /** The front has taken so many octets of an answer. */
  void taken(Http2Stream stream, int octets) {
    try {
      if (handler.decoder().flowController().consumeBytes(stream, octets)) {
        flush();
      }
    } catch (Http2Exception broken) {
      handler.onError(context(), true, broken);
    }
  }

  /** What comes of a stream counts no more. */
  void forget(Http2Stream stream, boolean whole) {
    stream.removeProperty(exchangeKey);
    if (!whole) {
      handler.resetStream(context(), stream.id(), Http2Error.CANCEL.code(), context().newPromise());
      flush();
    }
  }

  /** All exchanges are over. */
  void lose(UpstreamFailure failure) {
    spent = true;
    for (MultiplexedExchange exchange : all()) {
      exchange.lost(failure);
    }
  }

  void lose(int streamId, UpstreamFailure failure) {
    MultiplexedExchange exchange = exchange(streamId);
    if (exchange != null) {
      exchange.lost(failure);
    }
  }

  /** The channel has closed. */
  void ended() {
    lose(UpstreamFailure.DISCONNECTED);
    pool.remove(this);
  }

  /** Something has come. */
  void heard() {
    alive = true;
  }

  /** All that came at once has been read. */
  void readComplete() {
    for (int i = 0; i < heard.size(); i++) {
      heard.get(i).flushHeard();
    }
    heard.clear();
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext ctx,
      int streamId,
      Http2Headers fields,
      int streamDependency,
      short weight,
      boolean exclusive,
      int padding,
      boolean last) {
    onHeadersRead(ctx, streamId, fields, padding, last);
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext ctx, int streamId, Http2Headers fields, int padding, boolean last) {
    MultiplexedExchange exchange = hearing(streamId);
    if (exchange == null) {
      return;
    }
    try {
      head.reset();
      exchange.fields(fields, last, head);
    } catch (MalformedMessageException malformed) {
      breakOff(exchange, malformed);
    }
  }

  @Override
  public int onDataRead(
      ChannelHandlerContext ctx, int streamId, ByteBuf data, int padding, boolean last) {
    int octets = data.readableBytes() + padding;
    MultiplexedExchange exchange = hearing(streamId);
    if (exchange == null) {
      return octets;
    }
    try {
      exchange.data(data, last);
    } catch (MalformedMessageException malformed) {
      breakOff(exchange, malformed);
    }
    return exchange.takes(octets);
  }

  @Override
  public void onRstStreamRead(ChannelHandlerContext ctx, int streamId, long errorCode) {
    lose(
        streamId,
        errorCode == Http2Error.REFUSED_STREAM.code()
            ? UpstreamFailure.NOT_PROCESSED
            : UpstreamFailure.DISCONNECTED);
  }

  @Override
  public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings settings) {
    streamsAllowed = connection.local().maxActiveStreams();
    pool.serveWaiting();
  }

  /** Streams with higher numbers were not and will not be looked at (RFC 9113, section 6.8). */
  @Override
  public void onGoAwayReceived(int lastStreamId, long errorCode, ByteBuf debugData) {
    lastTaken = lastStreamId;
    spent = true;
  }

  @Override
  public void onStreamClosed(Http2Stream stream) {
    MultiplexedExchange exchange = stream.getProperty(exchangeKey);
    if (exchange != null) {
      exchange.lost(
          stream.id() > lastTaken ? UpstreamFailure.NOT_PROCESSED : UpstreamFailure.DISCONNECTED);
    }
    closeWhereDone();
    if (!spent) {
      pool.serveWaiting();
    }
  }

  private ChannelHandlerContext context() {
    return Objects.requireNonNull(context);
  }

  private void flushNow() {
    flushing = false;
    handler.flush(context());
  }

  private void writabilityChanged(Http2Stream stream) {
    MultiplexedExchange exchange = stream.getProperty(exchangeKey);
    if (exchange != null && isWritable(stream)) {
      exchange.writable();
    }
  }

  private @Nullable MultiplexedExchange exchange(int streamId) {
    Http2Stream stream = connection.stream(streamId);
    return stream == null ? null : stream.getProperty(exchangeKey);
  }

  /** The exchange of a stream that something has come of. */
  private @Nullable MultiplexedExchange hearing(int streamId) {
    MultiplexedExchange exchange = exchange(streamId);
    if (exchange != null && exchange.hears()) {
      heard.add(exchange);
    }
    return exchange;
  }

  private static void breakOff(MultiplexedExchange exchange, MalformedMessageException malformed) {
    exchange.giveUp();
    exchange.fail(
        malformed.refusal() == Refusal.HEAD_TOO_LARGE
            ? UpstreamFailure.HEAD_TOO_LARGE
            : UpstreamFailure.MALFORMED);
  }

  private List<MultiplexedExchange> all() {
    List<MultiplexedExchange> all = new ArrayList<>();
    try {
      connection.forEachActiveStream(
          stream -> {
            MultiplexedExchange exchange = stream.getProperty(exchangeKey);
            if (exchange != null) {
              all.add(exchange);
            }
            return true;
          });
    } catch (Http2Exception impossible) {
      throw new IllegalStateException("the visit must not fail.", impossible);
    }
    return all;
  }

  /**
   * Asks an endpoint that has been silent whether it is still there; where it does not say so
   * either, the connection is given up.
   */
  private void keepAlive(long nowNanos) {
    if (alive) {
      alive = false;
      pinging = false;
      aliveNanos = nowNanos;
      return;
    }
    long silent = nowNanos - aliveNanos;
    if (pinging && silent > longestRest.toNanos()) {
      lose(UpstreamFailure.DISCONNECTED);
      context().close();
    } else if (!pinging && silent > longestRest.toNanos() / 2) {
      pinging = true;
      handler.encoder().writePing(context(), false, PING_WORD, context().newPromise());
      flush();
    }
  }

  private void closeWhereDone() {
    if (spent && connection.numActiveStreams() == 0 && context != null) {
      context.channel().close();
    }
  }
}
