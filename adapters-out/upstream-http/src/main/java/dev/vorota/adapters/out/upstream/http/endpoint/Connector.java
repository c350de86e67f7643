package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.adapters.out.upstream.http.tls.TlsClient;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.wire.exchange.UpstreamFailure;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections on one event loop: looks the name up, connects, and agrees on TLS where that is
 * asked for, all of it within one time limit.
 */
final class Connector {

  /** Hears on the loop what became of a connection. */
  interface Attempted {

    /** It stands, and what speaks over it is in its pipeline. */
    void connected();

    void failed(UpstreamFailure failure);
  }

  private final EventLoop loop;
  private final Bootstrap bootstrap;

  /**
   * @param bootstrap everything but the handler and the time limit
   */
  Connector(EventLoop loop, Bootstrap bootstrap) {
    this.loop = loop;
    this.bootstrap = bootstrap;
  }

  /**
   * @param tls null for none
   * @param speaker puts in what speaks over the connection, once it stands and is secure
   */
  void connect(
      Endpoint endpoint,
      @Nullable TlsClient tls,
      Duration timeout,
      Consumer<ChannelPipeline> speaker,
      Attempted attempted) {
    TlsHandshake handshake =
        tls == null
            ? null
            : new TlsHandshake(
                tls, tls.handler(endpoint, ByteBufAllocator.DEFAULT), timeout, speaker, attempted);
    bootstrap
        .clone()
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeout.toMillis())
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                if (handshake != null) {
                  channel.pipeline().addLast(handshake.tls(), handshake);
                }
              }
            })
        .connect(endpoint.address(), endpoint.port())
        .addListener(
            (ChannelFuture connected) ->
                onLoop(() -> connected(connected, handshake, speaker, attempted)));
  }

  private static void connected(
      ChannelFuture connected,
      @Nullable TlsHandshake handshake,
      Consumer<ChannelPipeline> speaker,
      Attempted attempted) {
    Throwable cause = connected.cause();
    if (cause != null) {
      attempted.failed(failureOf(cause));
    } else if (handshake == null) {
      speaker.accept(connected.channel().pipeline());
      attempted.connected();
    } else {
      handshake.limit();
    }
  }

  /** Where there is no socket to be had, that is told on a thread that is none of the loops. */
  private void onLoop(Runnable task) {
    if (loop.inEventLoop()) {
      task.run();
    } else {
      loop.execute(task);
    }
  }

  private static UpstreamFailure failureOf(Throwable cause) {
    return switch (cause) {
      case ConnectTimeoutException _ -> UpstreamFailure.CONNECT_TIMEOUT;
      case NoRouteToHostException _ -> UpstreamFailure.UNREACHABLE;
      case ConnectException _ -> UpstreamFailure.REFUSED;
      case UnknownHostException _ -> UpstreamFailure.UNRESOLVED;
      default -> UpstreamFailure.UNREACHABLE;
    };
  }
}
