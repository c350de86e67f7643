package dev.vorota.adapters.out.upstream.dns;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.upstream.Discovery;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The clients of DNS, one for each set of servers. Confined to its event loop once it is in use.
 */
public final class Resolvers implements AutoCloseable {

  private static final long QUERY_MILLIS = 2_000;

  private final EventLoop loop;
  private final ChannelFactory<? extends DatagramChannel> datagrams;
  private final ChannelFactory<? extends SocketChannel> streams;
  private final Map<List<Endpoint>, DnsNameResolver> byServers = new HashMap<>();

  /**
   * @param datagrams makes what the loop can serve
   * @param streams the same, for answers that are too long for a datagram
   */
  public Resolvers(
      EventLoop loop,
      ChannelFactory<? extends DatagramChannel> datagrams,
      ChannelFactory<? extends SocketChannel> streams) {
    this.loop = loop;
    this.datagrams = datagrams;
    this.streams = streams;
  }

  DnsNameResolver of(Discovery discovery) {
    return byServers.computeIfAbsent(discovery.servers(), this::asking);
  }

  @Override
  public void close() {
    loop.execute(() -> byServers.values().forEach(DnsNameResolver::close));
  }

  private DnsNameResolver asking(List<Endpoint> servers) {
    DnsNameResolverBuilder builder =
        new DnsNameResolverBuilder(loop)
            .datagramChannelFactory(datagrams)
            .socketChannelFactory(streams)
            .queryTimeoutMillis(QUERY_MILLIS);
    if (!servers.isEmpty()) {
      builder.nameServerProvider(
          new SequentialDnsServerAddressStreamProvider(
              servers.stream()
                  .map(server -> new InetSocketAddress(server.host(), server.port()))
                  .toArray(InetSocketAddress[]::new)));
    }
    return builder.build();
  }
}
