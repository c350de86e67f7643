package dev.vorota.app.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.vorota.gateway.endpoint.Endpoint;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Frame;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.Closeable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A service behind the gateway that speaks HTTP/2, and whose every frame a test decides. */
final class FrameUpstream implements Closeable {

  /** What came, with what answers it. */
  record Heard(ChannelHandlerContext context, Http2Frame frame) {

    Http2FrameStream stream() {
      return switch (frame) {
        case Http2HeadersFrame headers -> headers.stream();
        case Http2DataFrame data -> data.stream();
        default -> throw new IllegalStateException(frame + " must belong to a stream.");
      };
    }

    Map<String, String> fields() {
      Map<String, String> fields = new TreeMap<>();
      ((Http2HeadersFrame) frame)
          .headers()
          .forEach(field -> fields.put(field.getKey().toString(), field.getValue().toString()));
      return fields;
    }

    boolean isLast() {
      return switch (frame) {
        case Http2HeadersFrame headers -> headers.isEndStream();
        case Http2DataFrame data -> data.isEndStream();
        default -> false;
      };
    }

    Heard head(boolean last, String... namesAndValues) {
      return write(new DefaultHttp2HeadersFrame(FrameUpstream.fields(namesAndValues), last));
    }

    Heard data(String text, boolean last) {
      return write(new DefaultHttp2DataFrame(Unpooled.copiedBuffer(text, ISO_8859_1), last));
    }

    Heard write(Http2StreamFrame answer) {
      context.writeAndFlush(answer.stream(stream()));
      return this;
    }

    /** Says that no stream after this one is looked at. */
    Heard goAway() {
      Http2FrameCodec codec = context.pipeline().get(Http2FrameCodec.class);
      ChannelHandlerContext its = context.pipeline().context(codec);
      its.executor()
          .execute(
              () -> {
                codec.goAway(
                    its,
                    stream().id(),
                    Http2Error.NO_ERROR.code(),
                    Unpooled.EMPTY_BUFFER,
                    its.newPromise());
                its.flush();
              });
      return this;
    }
  }

  private static final long PATIENCE_SECONDS = 10;

  private final NioEventLoopGroup group = new NioEventLoopGroup(1);
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Channel server;
  private volatile boolean taking = true;

  /**
   * @param tls null for none
   */
  FrameUpstream(Http2Settings settings, @Nullable SSLContext tls) {
    server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    connections.incrementAndGet();
                    if (tls != null) {
                      channel.pipeline().addLast(new SslHandler(engine(tls)));
                    }
                    channel
                        .pipeline()
                        .addLast(
                            Http2FrameCodecBuilder.forServer()
                                .initialSettings(settings)
                                .validateHeaders(false)
                                .build(),
                            new Listener());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .syncUninterruptibly()
            .channel();
  }

  static FrameUpstream clear() {
    return new FrameUpstream(Http2Settings.defaultSettings(), null);
  }

  Endpoint endpoint() {
    return new Endpoint("127.0.0.1", ((InetSocketAddress) server.localAddress()).getPort());
  }

  /** How many connections were made. */
  int connections() {
    return connections.get();
  }

  /** Lets no body flow from here on, until told otherwise. */
  void take(boolean whether) {
    taking = whether;
  }

  /** The next head; waits for it. */
  Heard head() throws InterruptedException {
    Heard next = next();
    while (!(next.frame() instanceof Http2HeadersFrame)) {
      ReferenceCountUtil.release(next.frame());
      next = next();
    }
    return next;
  }

  /** The next frame; waits for it. */
  Heard next() throws InterruptedException {
    Heard next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new IllegalStateException("a frame must come in time.");
    }
    return next;
  }

  /** The text of the bodies up to the end of the stream. */
  String body() throws InterruptedException {
    StringBuilder body = new StringBuilder();
    boolean last = false;
    while (!last) {
      Heard next = next();
      last = next.isLast();
      if (next.frame() instanceof Http2DataFrame data) {
        body.append(data.content().toString(ISO_8859_1));
        data.release();
      } else if (next.frame() instanceof Http2HeadersFrame) {
        body.append(next.fields());
      }
    }
    return body.toString();
  }

  int waiting() {
    return heard.size();
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    heard.forEach(one -> ReferenceCountUtil.release(one.frame()));
  }

  private static Http2Headers fields(String... namesAndValues) {
    Http2Headers fields = new DefaultHttp2Headers(false);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  private static SSLEngine engine(SSLContext tls) {
    SSLEngine engine = tls.createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    engine.setSSLParameters(parameters);
    return engine;
  }

  private final class Listener extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof Http2DataFrame data && taking) {
        int octets = data.initialFlowControlledBytes();
        ctx.writeAndFlush(new DefaultHttp2WindowUpdateFrame(octets).stream(data.stream()));
      }
      if (message instanceof Http2HeadersFrame
          || message instanceof Http2DataFrame
          || message instanceof Http2ResetFrame) {
        heard.add(new Heard(ctx, (Http2Frame) message));
      } else {
        ReferenceCountUtil.release(message);
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }

  /** So many octets. */
  static ByteBuf zeros(int octets) {
    return Unpooled.wrappedBuffer(new byte[octets]);
  }
}
