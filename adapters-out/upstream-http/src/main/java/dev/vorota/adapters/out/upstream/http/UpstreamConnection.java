package dev.vorota.adapters.out.upstream.http;

import dev.vorota.wire.body.BodyReader;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.head.MalformedMessageException;
import dev.vorota.wire.head.ResponseHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One connection to an endpoint. It serves one exchange at a time. */
final class UpstreamConnection extends ChannelInboundHandlerAdapter {

  private static final int LONGEST_HEAD = 64 * 1_024;
  private static final int MOST_FIELDS = 200;

  private final UpstreamLimits limits;
  private final ResponseHead head = new ResponseHead(LONGEST_HEAD, MOST_FIELDS);
  private @Nullable Channel channel;
  private @Nullable EndpointPool pool;
  private @Nullable HttpExchange exchange;
  private @Nullable BodyReader body;
  private boolean tunnel;
  private boolean reusable;
  private int exchanges;
  private long lastActiveNanos = System.nanoTime();

  UpstreamConnection(UpstreamLimits limits) {
    this.limits = limits;
  }

  Channel channel() {
    return Objects.requireNonNull(channel);
  }

  void joins(EndpointPool itsPool) {
    pool = itsPool;
    itsPool.add(this);
  }

  void serves(HttpExchange next) {
    exchange = next;
    exchanges++;
    body = null;
    head.reset();
    touch();
    channel().config().setAutoRead(next.isReadWanted());
  }

  boolean wasUsedBefore() {
    return exchanges > 1;
  }

  /** Something has moved. */
  void touch() {
    lastActiveNanos = System.nanoTime();
  }

  boolean isOpen() {
    return channel().isActive();
  }

  void close() {
    channel().close();
  }

  void closeAfterWrites() {
    channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }

  /** Whether nothing has moved for longer than what the connection does allows. */
  boolean isStale(long nowNanos) {
    var limit =
        exchange == null
            ? limits.keepAlive()
            : tunnel ? limits.tunnelIdleTimeout() : limits.idleTimeout();
    return nowNanos - lastActiveNanos > limit.toNanos();
  }

  void timeOut() {
    lose(UpstreamFailure.TIMEOUT);
    close();
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
    } catch (MalformedMessageException _) {
      lose(UpstreamFailure.MALFORMED);
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
  public void channelInactive(ChannelHandlerContext ctx) {
    BodyReader current = body;
    if (tunnel || (current != null && current.endsWithConnection())) {
      reusable = false;
      complete();
    } else {
      lose(UpstreamFailure.DISCONNECTED);
    }
    if (pool != null) {
      pool.remove(this);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  private void take(ByteBuf in) {
    do {
      HttpExchange current = exchange;
      if (current == null) {
        close(); // an answer that nobody asked for
        return;
      }
      if (tunnel) {
        current.listener().body(in.readRetainedSlice(in.readableBytes()));
        return;
      }
      if (body == null && !takeHead(in, current)) {
        return;
      }
      if (body != null && body.read(in, current.listener()::body)) {
        reusable = reusable && !in.isReadable(); // more than was asked for
        complete();
        return;
      }
    } while (in.isReadable());
  }

  /** Returns whether the head is whole. An interim one leaves the body unset. */
  private boolean takeHead(ByteBuf in, HttpExchange current) {
    current.answered();
    if (!head.read(in)) {
      return false;
    }
    if (head.isInterim()) {
      current.listener().head(head);
      head.reset();
      return true;
    }
    if (head.status() == 101) {
      if (!current.mayTunnel()) {
        throw new MalformedMessageException(502, "Nobody asked for another protocol.");
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

  private void complete() {
    HttpExchange current = exchange;
    if (current == null) {
      return;
    }
    exchange = null;
    body = null;
    EndpointPool home = pool;
    if (current.isRequestWhole() && reusable && home != null && isOpen()) {
      channel().config().setAutoRead(true);
      home.release(this);
    } else {
      close();
    }
    current.complete();
  }

  private void lose(UpstreamFailure failure) {
    HttpExchange current = exchange;
    exchange = null;
    body = null;
    if (current != null) {
      current.lost(this, failure);
    }
  }
}
