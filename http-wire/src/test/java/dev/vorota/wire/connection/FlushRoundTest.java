package dev.vorota.wire.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlushRoundTest {

  private static final String END = "the end";

  private final EventLoopGroup senders = new DefaultEventLoopGroup(1);
  private final EventLoopGroup receivers = new DefaultEventLoopGroup(1);
  private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    senders.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    receivers.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  @Test
  void sendsWhatWasFlushedInTheRoundAsOne() throws Exception {
    Channel channel = connect();
    channel
        .eventLoop()
        .execute(
            () -> {
              write(channel, "one ");
              channel.flush();
              write(channel, "two");
              channel.flush();
            });

    assertThat(next()).isEqualTo("one two");
  }

  @Test
  void losesNothingOfWhatWasFlushedWhenTheConnectionClosesInTheSameRound() throws Exception {
    Channel channel = connect();
    channel
        .eventLoop()
        .execute(
            () -> {
              write(channel, "last words");
              channel.flush();
              channel.close();
            });

    assertThat(next()).isEqualTo("last words");
    assertThat(next()).isEqualTo(END);
  }

  @Test
  void sendsAtOnceWhatSomebodyWaitsFor() throws Exception {
    Channel channel = connect();
    channel
        .eventLoop()
        .execute(
            () -> {
              write(channel, "first ");
              channel.flush();
              channel.writeAndFlush(Unpooled.copiedBuffer("then", US_ASCII));
            });

    assertThat(next()).isEqualTo("first ");
    assertThat(next()).isEqualTo("then");
  }

  private static void write(Channel channel, String text) {
    channel.write(Unpooled.copiedBuffer(text, US_ASCII), channel.voidPromise());
  }

  private String next() throws InterruptedException {
    return String.valueOf(sent.poll(10, TimeUnit.SECONDS));
  }

  private Channel connect() throws InterruptedException {
    LocalAddress address = new LocalAddress(FlushRoundTest.class);
    new ServerBootstrap()
        .group(receivers)
        .channel(LocalServerChannel.class)
        .childHandler(new ChannelInboundHandlerAdapter())
        .bind(address)
        .sync();
    return new Bootstrap()
        .group(senders)
        .channel(LocalChannel.class)
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new Leaving(), new GatheredWrites());
              }
            })
        .connect(address)
        .sync()
        .channel();
  }

  /** Stands where the octets leave: tells each piece that is flushed, and the end. */
  private final class Leaving extends ChannelOutboundHandlerAdapter {

    private final List<String> written = new ArrayList<>();

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      written.add(((ByteBuf) message).toString(US_ASCII));
      ctx.write(message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
      sent.addAll(written);
      written.clear();
      ctx.flush();
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
      sent.add(END);
      ctx.close(promise);
    }
  }
}
