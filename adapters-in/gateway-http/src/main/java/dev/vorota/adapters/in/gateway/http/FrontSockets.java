package dev.vorota.adapters.in.gateway.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sockets that are listened on. Where sockets can share a port, each event loop has its own and
 * the kernel spreads the connections; else one socket serves all loops.
 */
final class FrontSockets {

  private final List<Channel> sockets;

  private FrontSockets(List<Channel> sockets) {
    this.sockets = sockets;
  }

  /**
   * @param bootstrap knows everything but its group
   * @param sharing lets several sockets share a port, or null where the transport can't
   * @throws IOException if the address can't be listened on
   */
  static FrontSockets bind(
      ServerBootstrap bootstrap,
      InetSocketAddress address,
      EventLoopGroup group,
      @Nullable ChannelOption<Boolean> sharing)
      throws IOException {
    // Sockets that share would share with another process as well: the first one must be alone
    Channel alone = bind(bootstrap.clone().group(group), address);
    List<EventLoop> loops = new ArrayList<>();
    for (EventExecutor loop : group) {
      loops.add((EventLoop) loop);
    }
    if (sharing == null || loops.size() == 1) {
      return new FrontSockets(List.of(alone));
    }
    InetSocketAddress bound = (InetSocketAddress) alone.localAddress();
    alone.close().awaitUninterruptibly();
    List<Channel> sockets = new ArrayList<>();
    for (EventLoop loop : loops) {
      sockets.add(bind(bootstrap.clone().group(loop).option(sharing, true), bound));
    }
    return new FrontSockets(sockets);
  }

  int port() {
    return ((InetSocketAddress) sockets.getFirst().localAddress()).getPort();
  }

  /** Blocks until no more connections are accepted. */
  void close() throws InterruptedException {
    for (Channel socket : sockets) {
      socket.close().await();
    }
  }

  private static Channel bind(ServerBootstrap bootstrap, InetSocketAddress address)
      throws IOException {
    var bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException("The gateway can't listen on " + address + ".", bound.cause());
    }
    return bound.channel();
  }
}
