package dev.vorota.app.gateway;

import dev.vorota.adapters.in.gateway.http.FrontLimits;
import dev.vorota.adapters.in.gateway.http.FrontListener;
import dev.vorota.adapters.out.compression.CompressedUpstreams;
import dev.vorota.adapters.out.compression.Encoders;
import dev.vorota.adapters.out.gateway.cache.CachedUpstreams;
import dev.vorota.adapters.out.gateway.cache.ResponseCache;
import dev.vorota.adapters.out.gateway.memory.InMemoryRateLimiter;
import dev.vorota.adapters.out.upstream.http.UpstreamClients;
import dev.vorota.adapters.out.upstream.http.endpoint.EndpointClient;
import dev.vorota.application.gateway.Corridor;
import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.record.ExchangeRecorder;
import dev.vorota.gateway.resilience.CircuitBreakers;
import dev.vorota.gateway.resilience.OverloadPolicy;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.Route;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.wire.time.TimerWheel;
import io.netty.buffer.ByteBufAllocator;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the front listener with the app, and drains it before the app stops. */
@Singleton
final class GatewayLifecycle {

  private static final Logger LOG = Logger.getLogger("dev.vorota.gateway");
  private static final long SWEEP_MILLIS = 1_000;
  private static final Duration GROUP_SHUTDOWN = Duration.ofSeconds(2);

  private final GatewaySettings settings;
  private final Corridor corridor;
  private final GatewayConfig config;
  private final ExchangeRecorder recorder;
  private final Tokens tokens;
  private final InMemoryRateLimiter limiter;
  private final LiveUpstreams upstreams;
  private final CircuitBreakers breakers;
  private final ResponseCache cache;
  private @Nullable Transport transport;
  private @Nullable FrontListener listener;
  private volatile boolean stopping;
  private @Nullable UpstreamUpkeep upkeep;

  GatewayLifecycle(
      GatewaySettings settings,
      Corridor corridor,
      GatewayConfig config,
      ExchangeRecorder recorder,
      Tokens tokens,
      InMemoryRateLimiter limiter,
      LiveUpstreams upstreams,
      CircuitBreakers breakers,
      ResponseCache cache) {
    this.settings = settings;
    this.corridor = corridor;
    this.config = config;
    this.recorder = recorder;
    this.tokens = tokens;
    this.limiter = limiter;
    this.upstreams = upstreams;
    this.breakers = breakers;
    this.cache = cache;
  }

  /** Whether requests are taken. */
  boolean isListening() {
    return listener != null && !stopping;
  }

  void start(@Observes StartupEvent event) throws IOException {
    Transport opened = Transport.open(settings.eventLoops());
    transport = opened;
    var resolver =
        new DnsAddressResolverGroup(
            new DnsNameResolverBuilder().datagramChannelFactory(opened.datagrams()));
    Encoders encoders = Encoders.of(ByteBufAllocator.DEFAULT);
    if (config.routes().routes().stream().anyMatch(GatewayLifecycle::compresses)) {
      encoders.prepare();
    }
    upstreams.watchOnly(config.upstreams());
    upkeep = UpstreamUpkeep.start(upstreams, opened);
    EndpointClient endpoints =
        new EndpointClient(opened.clients(), resolver, upstreams, opened.loops());
    endpoints.prepare(config.upstreams());
    UpstreamClients clients = new UpstreamClients(endpoints, upstreams, breakers, overload());
    FrontListener started =
        FrontListener.start(
            new InetSocketAddress(settings.host(), settings.port()),
            opened.group(),
            opened.servers(),
            opened.portSharing(),
            corridor,
            recorder,
            FrontLimits.DEFAULTS.withDrain(settings.drain()),
            loop ->
                new CachedUpstreams(
                    new CompressedUpstreams(clients.apply(loop), encoders),
                    cache,
                    TimerWheel.of(loop),
                    loop));
    listener = started;
    opened
        .group()
        .scheduleWithFixedDelay(limiter::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    tokens.refresh();
    LOG.infof(
        "Gateway listens on http://%s:%d (%s) with %d routes, before %s",
        settings.host(),
        started.port(),
        opened.name(),
        config.routes().routes().size(),
        services());
  }

  private @Nullable OverloadPolicy overload() {
    GatewaySettings.Shedding shedding = settings.shedding();
    return shedding.enabled() ? new OverloadPolicy(shedding.delay(), shedding.exchanges()) : null;
  }

  private static boolean compresses(Route route) {
    return route.action() instanceof Action.Forward forward && forward.compression() != null;
  }

  private String services() {
    return config.upstreams().stream()
        .map(upstream -> upstream.name() + " at " + upstream.endpoints())
        .collect(Collectors.joining(", "));
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (listener != null) {
      LOG.info("Gateway drains");
      listener.stop();
    }
    if (upkeep != null) {
      upkeep.close();
    }
    if (transport != null) {
      transport
          .group()
          .shutdownGracefully(0, GROUP_SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)
          .await(GROUP_SHUTDOWN.toMillis());
    }
  }
}
