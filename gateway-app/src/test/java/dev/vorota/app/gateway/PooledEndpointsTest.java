package dev.vorota.app.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.adapters.out.upstream.http.attempt.Endpoints;
import dev.vorota.adapters.out.upstream.http.endpoint.EndpointClient;
import dev.vorota.application.gateway.Exchange;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.Timeouts;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.rewrite.HostPolicy;
import dev.vorota.gateway.rewrite.PathRewrite;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.gateway.upstream.Upstream;
import dev.vorota.wire.exchange.Forwarded;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamFailure;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.head.RequestHead;
import dev.vorota.wire.head.ResponseHead;
import dev.vorota.wire.head.Trailers;
import dev.vorota.wire.time.TimerWheel;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client of the endpoints by itself: what the front could not bring about from outside. */
class PooledEndpointsTest {

  private static final long PATIENCE_SECONDS = 10;

  private final Transport transport = Transport.open(1);
  private final EventLoop loop = transport.group().next();
  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final Upstream upstreamAt = Upstream.of("scripted", List.of(endpoint()));

  PooledEndpointsTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    transport.group().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    upstream.close();
    LeakDetector.requireNone();
  }

  @Test
  void tellsOfAFailureOnTheLoopOfTheExchangeEvenWhereThereIsNoSocketToBeHad() throws Exception {
    Endpoints without =
        endpoints(
            () -> {
              throw new ChannelException("there is no socket left.");
            });
    Told told = new Told(loop);
    loop.execute(() -> without.open(call(Timeouts.DEFAULTS), endpoint(), told));

    assertThat(told.failure()).isEqualTo(UpstreamFailure.UNREACHABLE);
    assertThat(told.onLoop).isTrue();
  }

  @Test
  void sendsAgainWhatWasSentOverAConnectionThatHadWaitedUnused() throws Exception {
    CompletableFuture<Void> connected = new CompletableFuture<>();
    Endpoints pooled = endpoints(() -> telling(connected));
    loop.submit(() -> pooled.open(call(Timeouts.DEFAULTS), endpoint(), new Told(loop)).cancel())
        .get();
    Told told = new Told(loop);
    try (RawConnection unused = upstream.accept()) {
      connected.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      loop.execute(() -> flushed(pooled, Timeouts.DEFAULTS, told));
      unused.readHead();
    }
    RawConnection second = upstream.accept();
    second.readHead();
    second.send("HTTP/1.1 204 No Content\r\n\r\n");

    assertThat(told.failure()).isNull();
  }

  @Test
  void goesOnToWatchAfterAFailureOfAListener() throws Exception {
    Endpoints pooled = endpoints(transport.clients());
    Told broken =
        new Told(loop) {
          @Override
          public void failed(UpstreamFailure failure) {
            super.failed(failure);
            throw new IllegalStateException("the listener is broken.");
          }
        };
    loop.execute(() -> flushed(pooled, TimeoutTest.HASTY_FOR_AN_ANSWER, broken));
    assertThat(broken.failure()).isEqualTo(UpstreamFailure.FIRST_BYTE_TIMEOUT);
    Told told = new Told(loop);
    loop.execute(() -> flushed(pooled, TimeoutTest.HASTY_FOR_AN_ANSWER, told));

    assertThat(told.failure()).isEqualTo(UpstreamFailure.FIRST_BYTE_TIMEOUT);
  }

  /** A channel that tells when it is connected, and whoever waits for that has heard of it. */
  private Channel telling(CompletableFuture<Void> connected) {
    Channel channel = transport.clients().newChannel();
    channel
        .pipeline()
        .addLast(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelActive(ChannelHandlerContext ctx) {
                ctx.fireChannelActive();
                connected.complete(null);
              }
            });
    return channel;
  }

  private void flushed(Endpoints pooled, Timeouts timeouts, UpstreamListener listener) {
    var exchange = pooled.open(call(timeouts), endpoint(), listener);
    exchange.end(null);
    exchange.flush();
  }

  private Endpoints endpoints(ChannelFactory<? extends Channel> channels) {
    return new EndpointClient(
            channels, DefaultAddressResolverGroup.INSTANCE, new LiveUpstreams(System::nanoTime), 1)
        .on(loop, TimerWheel.of(loop));
  }

  private Endpoint endpoint() {
    return new Endpoint("127.0.0.1", upstream.port());
  }

  private UpstreamCall call(Timeouts timeouts) {
    RequestHead head = new RequestHead(InetAddress.getLoopbackAddress(), 1_024, 10);
    head.read(Unpooled.copiedBuffer("GET / HTTP/1.1\r\nHost: gate\r\n\r\n", US_ASCII));
    return new UpstreamCall(
        "open",
        new Action.Forward(
            upstreamAt,
            new PathRewrite.Keep(),
            new HostPolicy.Client(),
            HeaderChanges.NONE,
            ForwardPolicy.of(timeouts, RetryPolicy.NONE),
            null,
            null),
        new Exchange(head),
        head,
        "/",
        Forwarded.of("127.0.0.1", "http", null, "for=127.0.0.1", "1.1 vorota"),
        false,
        null);
  }

  /** How an exchange ended. */
  private static class Told implements UpstreamListener {

    private final EventLoop loop;
    private final CompletableFuture<@Nullable UpstreamFailure> end = new CompletableFuture<>();
    private volatile boolean onLoop;

    Told(EventLoop loop) {
      this.loop = loop;
    }

    /** Why there was no answer, or null where there was one; waits for it. */
    @Nullable UpstreamFailure failure() throws Exception {
      return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void head(ResponseHead head) {}

    @Override
    public void body(ByteBuf data) {
      data.release();
    }

    @Override
    public void end(@Nullable Trailers trailers) {
      end.complete(null);
    }

    @Override
    public void failed(UpstreamFailure failure) {
      onLoop = loop.inEventLoop();
      end.complete(failure);
    }

    @Override
    public void flush() {}

    @Override
    public void writable() {}
  }
}
