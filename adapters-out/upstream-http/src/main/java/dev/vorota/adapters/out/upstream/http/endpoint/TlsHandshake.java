package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.adapters.out.upstream.http.tls.TlsClient;
import dev.vorota.wire.exchange.UpstreamFailure;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.net.ssl.SSLHandshakeException;

/** Stands behind TLS until both ends agree, then gives its place to what speaks over it. */
final class TlsHandshake extends ChannelInboundHandlerAdapter {

  private static final System.Logger LOG = System.getLogger(TlsHandshake.class.getName());

  private final TlsClient client;
  private final SslHandler tls;
  private final long endNanos;
  private final Consumer<ChannelPipeline> speaker;
  private final Connector.Attempted attempted;
  private boolean told;

  TlsHandshake(
      TlsClient client,
      SslHandler tls,
      Duration timeout,
      Consumer<ChannelPipeline> speaker,
      Connector.Attempted attempted) {
    this.client = client;
    this.tls = tls;
    this.endNanos = System.nanoTime() + timeout.toNanos();
    this.speaker = speaker;
    this.attempted = attempted;
    tls.setHandshakeTimeoutMillis(timeout.toMillis());
  }

  SslHandler tls() {
    return tls;
  }

  /** The connection stands; leaves for the handshake what is left of the time. */
  void limit() {
    long left = Duration.ofNanos(endNanos - System.nanoTime()).toMillis();
    tls.setHandshakeTimeoutMillis(Math.max(1, left));
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (!(event instanceof SslHandshakeCompletionEvent done)) {
      ctx.fireUserEventTriggered(event);
    } else if (done.isSuccess() && !client.agrees(tls)) {
      fail(ctx, new SSLHandshakeException("no protocol was agreed on"));
    } else if (done.isSuccess()) {
      told = true;
      speaker.accept(ctx.pipeline());
      ctx.pipeline().remove(this);
      attempted.connected();
    } else {
      fail(ctx, done.cause());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    fail(ctx, new ClosedChannelException());
  }

  /** What went wrong is told by the event that the handshake ends with. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  private void fail(ChannelHandlerContext ctx, Throwable cause) {
    if (told) {
      return;
    }
    told = true;
    LOG.log(
        System.Logger.Level.WARNING,
        "No TLS with {0}: {1}",
        ctx.channel().remoteAddress(),
        cause.getMessage());
    ctx.close();
    attempted.failed(
        cause instanceof SslHandshakeTimeoutException
            ? UpstreamFailure.CONNECT_TIMEOUT
            : UpstreamFailure.TLS);
  }
}
