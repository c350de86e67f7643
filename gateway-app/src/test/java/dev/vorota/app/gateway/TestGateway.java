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
import dev.vorota.gateway.access.Principal;
import dev.vorota.gateway.access.TokenVerifier;
import dev.vorota.gateway.access.TrustedProxies;
import dev.vorota.gateway.access.Verification;
import dev.vorota.gateway.cache.CacheLimits;
import dev.vorota.gateway.cache.CachePolicy;
import dev.vorota.gateway.cache.QueryKey;
import dev.vorota.gateway.compression.Compression;
import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.ratelimit.RateLimit;
import dev.vorota.gateway.record.ExchangeRecord;
import dev.vorota.gateway.resilience.CircuitBreakers;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.rewrite.HeaderChanges;
import dev.vorota.gateway.rewrite.HostPolicy;
import dev.vorota.gateway.rewrite.PathRewrite;
import dev.vorota.gateway.routing.Access;
import dev.vorota.gateway.routing.Action;
import dev.vorota.gateway.routing.LimitProfile;
import dev.vorota.gateway.routing.Route;
import dev.vorota.gateway.routing.RouteMatch;
import dev.vorota.gateway.routing.RouteTable;
import dev.vorota.gateway.upstream.LiveUpstream;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.gateway.upstream.Upstream;
import dev.vorota.web.WebPages;
import dev.vorota.wire.time.TimerWheel;
import io.netty.buffer.ByteBufAllocator;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The data plane as the app wires it, in front of one scripted upstream: {@code /open} is forwarded
 * with its prefix, {@code /strip} without, {@code /closed} wants the token {@code good} or {@code
 * late}, {@code /coded} is forwarded and its answers compressed, {@code /cached} is kept after RFC
 * 9111 and {@code /tuned} with more said, both by a clock that the test owns, {@code /here} is
 * answered by the gateway itself, {@code /large} with more than sockets take at once, {@code
 * /login} with one of the pages.
 */
final class TestGateway implements AutoCloseable {

  /** How long the answer to {@code /large} is. */
  static final int LARGE = 48 * 1_024 * 1_024;

  /** How much is kept at most. */
  static final int CACHE_BYTES = 4 * 1_024 * 1_024;

  private static final Response LARGE_ANSWER = new Response(200, List.of(), new byte[LARGE]);
  private static final RateLimit PLENTY = new RateLimit("plenty", 100_000, 100_000);

  private final Transport transport;
  private final AtomicLong now = new AtomicLong(System.currentTimeMillis());
  private final ResponseCache cache = new ResponseCache(new CacheLimits(CACHE_BYTES), now::get);
  private final Queue<ExchangeRecord> records = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Void> keys = new CompletableFuture<>();
  private final EndpointClient endpoints;
  private final FrontListener listener;
  private final LoopWatchdog watchdog;
  private final LiveUpstream known;
  private final UpstreamUpkeep upkeep;
  private volatile boolean refusesNextRecord;

  TestGateway(TestSetup setup) throws IOException {
    transport = Transport.open(setup.loops());
    watchdog = new LoopWatchdog(transport.group());
    Upstream upstream = setup.upstream();
    GatewayConfig config =
        new GatewayConfig(
            setup.trusted(),
            null,
            PLENTY,
            List.of(upstream),
            CacheLimits.DEFAULTS,
            routes(upstream, setup.policy()));
    LiveUpstreams live = new LiveUpstreams(System::nanoTime);
    live.watchOnly(config.upstreams());
    known = live.of(upstream);
    upkeep = UpstreamUpkeep.start(live, transport);
    endpoints =
        new EndpointClient(
            transport.clients(), DefaultAddressResolverGroup.INSTANCE, live, setup.loops());
    endpoints.prepare(config.upstreams());
    UpstreamClients clients =
        new UpstreamClients(
            endpoints, live, new CircuitBreakers(setup.nanoClock()), setup.overload());
    Encoders encoders = Encoders.of(ByteBufAllocator.DEFAULT);
    listener =
        FrontListener.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), setup.port()),
            transport.group(),
            transport.servers(),
            transport.portSharing(),
            Corridor.of(() -> config, tokens(), new InMemoryRateLimiter(100, System::nanoTime)),
            this::keep,
            setup.limits(),
            loop ->
                new CachedUpstreams(
                    new CompressedUpstreams(clients.apply(loop), encoders),
                    cache,
                    TimerWheel.of(loop),
                    loop));
  }

  static TestGateway before(ScriptedUpstream upstream) throws IOException {
    return TestSetup.before(upstream).start();
  }

  static TestGateway before(ScriptedUpstream upstream, TrustedProxies trusted, FrontLimits limits)
      throws IOException {
    return TestSetup.before(upstream).trusting(trusted).within(limits).start();
  }

  static TestGateway before(List<Endpoint> endpoints) throws IOException {
    return TestSetup.before(endpoints).start();
  }

  static TestGateway listening(int port, int loops, ScriptedUpstream upstream) throws IOException {
    return TestSetup.before(upstream).on(port, loops).start();
  }

  int port() {
    return listener.port();
  }

  RawConnection connect() throws IOException {
    return RawConnection.to(listener.port());
  }

  /** Waits until the gateway's one loop has taken all that was sent so far. */
  void awaitLoop() throws IOException {
    try (RawConnection other = connect()) {
      other.send("GET /here HTTP/1.1\r\nHost: gate\r\n\r\n");
      other.readHead();
    }
  }

  /** What is known of the upstream. */
  LiveUpstream upstream() {
    return known;
  }

  /** Time goes by for what is kept. */
  void pass(Duration time) {
    now.addAndGet(time.toMillis());
  }

  /** The client of the upstream's endpoints. */
  EndpointClient endpoints() {
    return endpoints;
  }

  /** What was recorded of the exchanges that are over. */
  Queue<ExchangeRecord> records() {
    return records;
  }

  /** The next record can't be kept: the recorder fails. */
  void refuseNextRecord() {
    refusesNextRecord = true;
  }

  /** From here on the token {@code late} is good; until then nothing can be said of it. */
  void keysArrive() {
    keys.complete(null);
  }

  void drain() throws InterruptedException {
    listener.stop();
  }

  @Override
  public void close() {
    try (watchdog) {
      upkeep.close();
      transport.group().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
      cache.close();
      LeakDetector.requireNone();
    }
  }

  private void keep(ExchangeRecord exchange) {
    if (refusesNextRecord) {
      refusesNextRecord = false;
      throw new IllegalStateException("this record can't be kept.");
    }
    records.add(exchange);
  }

  private TokenVerifier tokens() {
    Verification verified = new Verification.Verified(new Principal("1", "ann", Long.MAX_VALUE));
    return (token, _) ->
        switch (token) {
          case "good" -> verified;
          case "late" -> new Verification.Pending(keys.thenApply(_ -> verified));
          default -> new Verification.Refused("The token is not good.");
        };
  }

  private static RouteTable routes(Upstream upstream, ForwardPolicy policy) {
    Access open = new Access.Public();
    Access closed = new Access.Authenticated("any", Access.TokenSource.AUTHORIZATION);
    Response here = new Response(200, List.of(), new byte[] {'h', 'i'});
    return RouteTable.of(
        List.of(
            route("/open", open, forward(upstream, new PathRewrite.Keep(), policy)),
            route(
                "/strip",
                open,
                forward(upstream, new PathRewrite.ReplacePrefix("/strip", ""), policy)),
            route("/closed", closed, forward(upstream, new PathRewrite.Keep(), policy)),
            route("/coded", open, coded(upstream, policy)),
            route("/cached", open, kept(upstream, policy, CachePolicy.of("cached"))),
            route("/tuned", open, kept(upstream, policy, Compression.DEFAULTS, tuned())),
            route("/here", open, new Action.Respond(here)),
            route("/large", open, new Action.Respond(LARGE_ANSWER)),
            route("/login", open, new Action.Serve(WebPages.load(), new PathRewrite.Keep()))));
  }

  private static Action forward(Upstream upstream, PathRewrite path, ForwardPolicy policy) {
    return new Action.Forward(
        upstream, path, new HostPolicy.Asked(), HeaderChanges.NONE, policy, null, null);
  }

  private static Action coded(Upstream upstream, ForwardPolicy policy) {
    return kept(upstream, policy, Compression.DEFAULTS, null);
  }

  private static Action kept(Upstream upstream, ForwardPolicy policy, CachePolicy cache) {
    return kept(upstream, policy, null, cache);
  }

  private static Action kept(
      Upstream upstream,
      ForwardPolicy policy,
      @Nullable Compression compression,
      @Nullable CachePolicy cache) {
    return new Action.Forward(
        upstream,
        new PathRewrite.Keep(),
        new HostPolicy.Asked(),
        HeaderChanges.NONE,
        policy,
        compression,
        cache);
  }

  /** Everything that can be said of it. */
  private static CachePolicy tuned() {
    return new CachePolicy(
        "tuned",
        Set.of("GET"),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofSeconds(300),
        4_096,
        Duration.ofMillis(100),
        List.of("x-tenant"),
        new QueryKey(QueryKey.Counting.ALL_BUT_NAMED, Set.of("utm")),
        CachePolicy.SetCookie.STRIP,
        false);
  }

  private static Route route(String path, Access access, Action action) {
    LimitProfile limits = new LimitProfile(PLENTY, LimitProfile.Key.CLIENT_ADDRESS);
    RouteMatch match = RouteMatch.path(path + "/**");
    return new Route(path.substring(1), 0, match, access, limits, HeaderChanges.NONE, action);
  }
}
