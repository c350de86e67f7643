package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.wire.body.BodyReader;
import dev.vorota.wire.connection.Closing;
import dev.vorota.wire.connection.GatheredWrites;
import dev.vorota.wire.connection.Movement;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.head.MalformedMessageException;
import dev.vorota.wire.head.Refusal;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import dev.vorota.wire.time.Timer;
import dev.vorota.wire.time.TimerWheel;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelOutputShutdownException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** One connection to an endpoint. It serves one exchange at a time. */
final class UpstreamConnection extends ChannelInboundHandlerAdapter {

  static final int LONGEST_HEAD = 64 * 1_024;
  static final int MOST_FIELDS = 200;
  static final int MOST_INTERIM = 64;

  private static final System.Logger LOG = System.getLogger(UpstreamConnection.class.getName());

  private final Duration longestRest;
  private final long endNanos;
  private final GatheredWrites writes;
  private final TimerWheel timers;
  private final Movement movement = new Movement();
  private final Timer firstByte = new FirstByte();
  private final ResponseHead head = new ResponseHead(LONGEST_HEAD, MOST_FIELDS);
  private @Nullable Channel channel;
  private @Nullable EndpointPool pool;
  private @Nullable HttpExchange exchange;
  private @Nullable BodyReader body;
  private boolean tunnel;
  private boolean reusable;
  private boolean outputLost;
  private boolean inputOver;
  private int interim;
  private int unsentAt;
  private boolean rested;
  private boolean spent;

  /**
   * @param longestRest how long it may serve no exchange
   * @param endNanos when it has become too old to serve another one
   * @param writes stands before this and sends what is written
   * @param timers those of its loop
   */
  UpstreamConnection(
      Duration longestRest, long endNanos, GatheredWrites writes, TimerWheel timers) {
    this.longestRest = longestRest;
    this.endNanos = endNanos;
    this.writes = writes;
    this.timers = timers;
  }

  Channel channel() {
    return Objects.requireNonNull(channel);
  }

  void joins(EndpointPool itsPool) {
    pool = itsPool;
  }

  void serves(HttpExchange next) {
    exchange = next;
    unsentAt = writes.flushes();
    body = null;
    interim = 0;
    head.reset();
    touch();
    channel().config().setAutoRead(next.isReadWanted());
  }

  /** Whether it serves an exchange. */
  boolean isServing() {
    return exchange != null;
  }

  /** Whether it has become too old to serve another exchange. */
  boolean isOld(long nowNanos) {
    return nowNanos - endNanos > 0;
  }

  /** It serves no further exchange. */
  void retire() {
    spent = true;
    if (exchange == null) {
      close();
    }
  }

  /** It waits for an exchange from here on. */
  void rests() {
    rested = true;
  }

  /** Whether it has waited before, so that the endpoint may have closed it before it was used. */
  boolean hasRested() {
    return rested;
  }

  /** From here on it is the endpoint's turn to begin its answer. */
  void awaitsAnswer(Duration limit) {
    timers.set(firstByte, limit.toNanos());
  }

  /** Something has moved. */
  void touch() {
    movement.note();
  }

  boolean isOpen() {
    return channel().isActive();
  }

  void close() {
    channel().close();
  }

  void closeAfterWrites() {
    Closing.afterWrites(channel());
  }

  /** Sends nothing more than what was written; the endpoint may go on. */
  void finishSending() {
    SslHandler tls = channel().pipeline().get(SslHandler.class);
    if (tls == null) {
      Closing.halfAfterWrites(channel());
    } else {
      channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> tls.closeOutbound());
    }
  }

  /** Whether nothing has moved for longer than what the connection does allows. */
  boolean isStale(long nowNanos) {
    long still = movement.stillNanos(channel(), nowNanos);
    HttpExchange current = exchange;
    if (current != null && current.awaitsClient()) {
      return false; // the front bears with its client for so long as it likes
    }
    if (firstByte.isSet() && !movement.isSending()) {
      return false; // that has a limit of its own
    }
    return still > limit(current).toNanos();
  }

  private Duration limit(@Nullable HttpExchange current) {
    if (current == null) {
      return longestRest;
    }
    return tunnel ? current.timeouts().tunnel() : current.timeouts().idle();
  }

  void timeOut() {
    loseAndClose(UpstreamFailure.IDLE_TIMEOUT);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    channel = ctx.channel();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf in = (ByteBuf) message;
    touch();
    try {
      take(in);
    } catch (MalformedMessageException malformed) {
      lose(
          malformed.refusal() == Refusal.HEAD_TOO_LARGE
              ? UpstreamFailure.HEAD_TOO_LARGE
              : UpstreamFailure.MALFORMED);
      close();
    } finally {
      in.release();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    HttpExchange current = exchange;
    if (current != null) {
      current.listener().flush();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    HttpExchange current = exchange;
    touch();
    if (current != null && ctx.channel().isWritable()) {
      current.listener().writable();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      if (ctx.pipeline().get(SslHandler.class) == null) {
        inputEnded();
      } else if (!inputOver) {
        truncated();
      }
    } else if (event instanceof SslCloseCompletionEvent ended && ended.isSuccess()) {
      inputOver = true;
      inputEnded();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    lose(UpstreamFailure.DISCONNECTED);
    if (pool != null) {
      pool.remove(this);
    }
  }

  /**
   * A request that can't be written to its end may have been answered nonetheless, so reading goes
   * on; an error on reading is the end of the connection, and never that of a body.
   */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    boolean onWriting =
        cause instanceof ChannelOutputShutdownException || cause instanceof ClosedChannelException;
    if (onWriting && exchange != null && !tunnel) {
      outputLost = true;
      return;
    }
    boolean ofTls = cause.getCause() instanceof SSLException;
    if (!(cause instanceof IOException) && !ofTls) {
      LOG.log(System.Logger.Level.ERROR, "An upstream's connection is closed for a failure", cause);
    }
    lose(isRefusal(cause) ? UpstreamFailure.TLS : UpstreamFailure.DISCONNECTED);
    ctx.close();
  }

  /**
   * With TLS 1.3 an endpoint may refuse the gateway's certificate after the gateway has begun to
   * send; it has read no request then (RFC 8446, section 4.4.2.4).
   */
  private boolean isRefusal(Throwable cause) {
    return cause.getCause() instanceof SSLHandshakeException;
  }

  /** Over TLS only its own ending is the end: a bare end of the connection may be an attacker's. */
  private void truncated() {
    lose(UpstreamFailure.DISCONNECTED);
    close();
  }

  private void inputEnded() {
    HttpExchange current = exchange;
    BodyReader reader = body;
    if (tunnel && current != null) {
      current.tunnelEnded(this);
      return;
    }
    if (reader != null && reader.endsWithConnection()) {
      reusable = false;
      complete(null);
    } else {
      lose(UpstreamFailure.DISCONNECTED);
    }
    close();
  }

  private void take(ByteBuf in) {
    do {
      HttpExchange current = exchange;
      if (current == null || writes.flushes() == unsentAt) {
        lose(UpstreamFailure.DISCONNECTED);
        close(); // an answer that nobody asked for, or not yet
        return;
      }
      if (tunnel) {
        current.listener().body(in.readRetainedSlice(in.readableBytes()));
        return;
      }
      if (body == null && !takeHead(in, current)) {
        return;
      }
      BodyReader reader = body;
      if (reader != null && reader.read(in, current.listener()::body)) {
        reusable = reusable && !in.isReadable(); // more than was asked for
        complete(reader.trailers());
        return;
      }
    } while (in.isReadable());
  }

  /** Returns whether the head is whole. An interim one leaves the body unset. */
  private boolean takeHead(ByteBuf in, HttpExchange current) {
    firstByte.cancel();
    current.answered();
    if (!head.read(in)) {
      return false;
    }
    if (head.isInterim()) {
      if (++interim > MOST_INTERIM) {
        throw MalformedMessageException.of(
            "response", "interim", "final after at most " + MOST_INTERIM + " interim ones");
      }
      current.listener().head(head);
      head.reset();
      return true;
    }
    if (head.status() == 101) {
      if (!current.mayTunnel() || !head.isWebSocketUpgrade()) {
        throw MalformedMessageException.of("status", "101", "one that the request asked for");
      }
      tunnel = true;
      current.becomesTunnel();
      current.listener().head(head);
      return true;
    }
    reusable = head.keepsAlive();
    body = BodyReader.of(head, current.method());
    current.listener().head(head);
    return exchange == current;
  }

  private void complete(@Nullable Trailers trailers) {
    HttpExchange current = exchange;
    if (current == null) {
      return;
    }
    exchange = null;
    body = null;
    EndpointPool home = pool;
    if (current.isRequestWhole() && reusable && !outputLost && !spent && home != null && isOpen()) {
      channel().config().setAutoRead(true);
      home.release(this);
    } else {
      close();
    }
    current.complete(trailers);
  }

  private void loseAndClose(UpstreamFailure failure) {
    try {
      lose(failure);
    } finally {
      close();
    }
  }

  private void lose(UpstreamFailure failure) {
    HttpExchange current = exchange;
    firstByte.cancel();
    exchange = null;
    body = null;
    if (current != null) {
      current.lost(this, failure);
    }
  }

  /** The answer does not begin. A request that the endpoint has not wholly taken is its excuse. */
  private final class FirstByte extends Timer {

    @Override
    protected void expired() {
      HttpExchange current = exchange;
      if (current == null || !current.awaitsFirstByte()) {
        return;
      }
      movement.stillNanos(channel(), System.nanoTime());
      if (movement.isSending()) {
        awaitsAnswer(current.timeouts().firstByte());
      } else {
        loseAndClose(UpstreamFailure.FIRST_BYTE_TIMEOUT);
      }
    }
  }
}
