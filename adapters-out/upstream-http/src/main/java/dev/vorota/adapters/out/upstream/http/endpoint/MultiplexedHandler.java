package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.wire.exchange.UpstreamFailure;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.AbstractHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DefaultHttp2LocalFlowController;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Settings;
import java.io.IOException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Frames of HTTP/2 in both directions, within bounds; tells its connection of what goes wrong. */
final class MultiplexedHandler extends Http2ConnectionHandler {

  private static final System.Logger LOG = System.getLogger(MultiplexedHandler.class.getName());

  /** How much of each answer may be under way that the front has not taken. */
  private static final int STREAM_WINDOW = 64 * 1_024;

  private static final float WINDOW_UPDATE_RATIO = 0.5f;

  /** Of empty frames and of answers to PING and SETTINGS; more are taken for an attack. */
  private static final int MOST_EMPTY_FRAMES = 2;

  private static final int MOST_QUEUED_CONTROL_FRAMES = 1_000;

  private final MultiplexedConnection owner;

  private MultiplexedHandler(
      MultiplexedConnection owner,
      Http2ConnectionDecoder decoder,
      Http2ConnectionEncoder encoder,
      Http2Settings settings) {
    super(decoder, encoder, settings, false, false);
    this.owner = owner;
    gracefulShutdownTimeoutMillis(0);
  }

  static MultiplexedHandler of(MultiplexedConnection owner) {
    return new Builder(owner).build();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    owner.heard();
    super.channelRead(ctx, message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    owner.readComplete();
    super.channelReadComplete(ctx);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    super.channelInactive(ctx);
    owner.ended();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
    if (Http2CodecUtil.getEmbeddedHttp2Exception(cause) != null) {
      super.exceptionCaught(ctx, cause);
      return;
    }
    if (!(cause instanceof IOException) && !(cause.getCause() instanceof SSLException)) {
      LOG.log(System.Logger.Level.ERROR, "An upstream's connection is closed for a failure", cause);
    }
    boolean refused = cause.getCause() instanceof SSLHandshakeException;
    owner.lose(refused ? UpstreamFailure.TLS : UpstreamFailure.DISCONNECTED);
    ctx.close();
  }

  @Override
  protected void onStreamError(
      ChannelHandlerContext ctx,
      boolean outbound,
      Throwable cause,
      Http2Exception.StreamException broken) {
    owner.lose(broken.streamId(), failureOf(outbound, broken));
    super.onStreamError(ctx, outbound, cause, broken);
  }

  @Override
  protected void onConnectionError(
      ChannelHandlerContext ctx,
      boolean outbound,
      Throwable cause,
      @Nullable Http2Exception broken) {
    if (broken == null && !(cause instanceof IOException)) {
      LOG.log(System.Logger.Level.ERROR, "An upstream's connection is closed for a failure", cause);
    }
    owner.lose(broken == null ? UpstreamFailure.DISCONNECTED : failureOf(outbound, broken));
    super.onConnectionError(ctx, outbound, cause, broken);
  }

  private static UpstreamFailure failureOf(boolean outbound, Http2Exception broken) {
    if (outbound) {
      return UpstreamFailure.DISCONNECTED;
    }
    return broken instanceof Http2Exception.HeaderListSizeException
        ? UpstreamFailure.HEAD_TOO_LARGE
        : UpstreamFailure.MALFORMED;
  }

  private static final class Builder
      extends AbstractHttp2ConnectionHandlerBuilder<MultiplexedHandler, Builder> {

    private final MultiplexedConnection owner;

    Builder(MultiplexedConnection owner) {
      this.owner = owner;
    }

    @Override
    public MultiplexedHandler build() {
      DefaultHttp2Connection connection = new DefaultHttp2Connection(false, 0);
      // each stream has a window of its own; one that is not read must not hold up the others
      connection
          .local()
          .flowController(
              new DefaultHttp2LocalFlowController(connection, WINDOW_UPDATE_RATIO, true));
      connection(connection);
      frameListener(owner);
      decoderEnforceMaxConsecutiveEmptyDataFrames(MOST_EMPTY_FRAMES);
      encoderEnforceMaxQueuedControlFrames(MOST_QUEUED_CONTROL_FRAMES);
      initialSettings(
          Http2Settings.defaultSettings()
              .pushEnabled(false)
              .initialWindowSize(STREAM_WINDOW)
              .maxHeaderListSize(UpstreamConnection.LONGEST_HEAD));
      return super.build();
    }

    @Override
    protected MultiplexedHandler build(
        Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
      return new MultiplexedHandler(owner, decoder, encoder, settings);
    }
  }
}
