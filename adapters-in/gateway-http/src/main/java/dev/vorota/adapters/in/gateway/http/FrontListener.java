package dev.vorota.adapters.in.gateway.http;

import dev.vorota.application.gateway.Corridor;
import dev.vorota.gateway.record.ExchangeRecorder;
import dev.vorota.wire.connection.GatheredWrites;
import dev.vorota.wire.connection.ReadBuffers;
import dev.vorota.wire.exchange.Upstreams;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Accepts the clients' connections and spreads them over the event loops. */
public final class FrontListener {

  private static final int BACKLOG = 4_096;

  private final Map<EventExecutor, FrontLoop> loops;
  private final FrontLimits limits;
  private final FrontSockets sockets;

  private FrontListener(
      Map<EventExecutor, FrontLoop> loops, FrontLimits limits, FrontSockets sockets) {
    this.loops = loops;
    this.limits = limits;
    this.sockets = sockets;
  }

  /**
   * Starts to listen.
   *
   * @param group the event loops; it stays the caller's to shut down
   * @param channels makes what the loops can serve
   * @param sharing lets each loop have a socket of its own for the port, or null where none can
   * @param upstreams makes each loop's client of the upstreams
   * @throws IOException if the address can't be listened on
   */
  public static FrontListener start(
      InetSocketAddress address,
      EventLoopGroup group,
      ChannelFactory<? extends ServerChannel> channels,
      @Nullable ChannelOption<Boolean> sharing,
      Corridor corridor,
      ExchangeRecorder recorder,
      FrontLimits limits,
      Function<EventLoop, Upstreams> upstreams)
      throws IOException {
    Map<EventExecutor, FrontLoop> loops = new HashMap<>();
    for (EventExecutor executor : group) {
      EventLoop loop = (EventLoop) executor;
      loops.put(loop, new FrontLoop(loop, corridor, recorder, limits, upstreams.apply(loop)));
    }
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .channelFactory(channels)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.RCVBUF_ALLOCATOR, ReadBuffers.INSTANCE)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    FrontLoop loop = Objects.requireNonNull(loops.get(channel.eventLoop()));
                    channel
                        .pipeline()
                        .addLast(new GatheredWrites(), new ClientConnection(loop, channel));
                  }
                });
    return new FrontListener(loops, limits, FrontSockets.bind(bootstrap, address, group, sharing));
  }

  /** The port that is listened on. */
  public int port() {
    return sockets.port();
  }

  /**
   * Accepts no more connections, lets the exchanges that are under way end within the time allowed
   * for it, and closes what is left then. Blocks until that is done.
   */
  public void stop() throws InterruptedException {
    sockets.close();
    List<CompletableFuture<?>> drained = new ArrayList<>();
    for (FrontLoop loop : loops.values()) {
      drained.add(loop.drain());
    }
    var all = CompletableFuture.allOf(drained.toArray(CompletableFuture[]::new));
    try {
      all.get(limits.drain().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException _) {
      loops.values().forEach(FrontLoop::closeAll);
    }
  }
}
