package dev.vorota.adapters.out.upstream.http.endpoint;

import dev.vorota.adapters.out.upstream.http.tls.TlsClient;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.transport.PoolPolicy;
import dev.vorota.wire.time.TimerWheel;
import io.netty.channel.ChannelPipeline;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one event loop reaches the endpoints of an upstream.
 *
 * @param tls null for none
 * @param policy the loop's share of the connections
 */
record Reach(Connector connector, @Nullable TlsClient tls, PoolPolicy policy, TimerWheel timers) {

  /** As {@link Connector#connect}. */
  void connect(
      Endpoint endpoint,
      Duration timeout,
      Consumer<ChannelPipeline> speaker,
      Connector.Attempted attempted) {
    connector.connect(endpoint, tls, timeout, speaker, attempted);
  }
}
