package dev.vorota.app.gateway;

import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.UnixChannelOption;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The event loops of the hot path and the channels that they serve: epoll where the system has it.
 *
 * @param name what it is called at start
 * @param portSharing lets several sockets listen on one port, or null where it can't
 */
record Transport(
    String name,
    EventLoopGroup group,
    ChannelFactory<? extends ServerChannel> servers,
    ChannelFactory<? extends SocketChannel> clients,
    ChannelFactory<? extends DatagramChannel> datagrams,
    @Nullable ChannelOption<Boolean> portSharing) {

  /**
   * @param loops how many; 0 for one per core
   */
  static Transport open(int loops) {
    int count = loops > 0 ? loops : Runtime.getRuntime().availableProcessors();
    DefaultThreadFactory threads = new DefaultThreadFactory("gateway-loop");
    return Epoll.isAvailable()
        ? new Transport(
            "epoll",
            new EpollEventLoopGroup(count, threads),
            EpollServerSocketChannel::new,
            EpollSocketChannel::new,
            EpollDatagramChannel::new,
            UnixChannelOption.SO_REUSEPORT)
        : new Transport(
            "nio",
            new NioEventLoopGroup(count, threads),
            NioServerSocketChannel::new,
            NioSocketChannel::new,
            NioDatagramChannel::new,
            null);
  }

  /** How many event loops there are. */
  int loops() {
    int loops = 0;
    for (EventExecutor _ : group) {
      loops++;
    }
    return loops;
  }
}
