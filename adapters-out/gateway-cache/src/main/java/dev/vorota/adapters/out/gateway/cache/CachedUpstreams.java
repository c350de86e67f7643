package dev.vorota.adapters.out.gateway.cache;

import dev.vorota.gateway.cache.CachePolicy;
import dev.vorota.gateway.cache.CacheStatus;
import dev.vorota.gateway.cache.Lookup;
import dev.vorota.gateway.cache.ResourceKey;
import dev.vorota.wire.exchange.UpstreamCall;
import dev.vorota.wire.exchange.UpstreamExchange;
import dev.vorota.wire.exchange.UpstreamListener;
import dev.vorota.wire.exchange.Upstreams;
import dev.vorota.wire.time.TimerWheel;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The upstreams as one event loop sees them, behind what is kept of their responses where the route
 * wants that (RFC 9111). Confined to that loop; the cache is shared.
 */
public final class CachedUpstreams implements Upstreams {

  private final Upstreams below;
  private final ResponseCache cache;
  private final TimerWheel timers;
  private final Executor loop;

  /**
   * @param below asks the upstreams themselves
   * @param timers of the loop
   */
  public CachedUpstreams(Upstreams below, ResponseCache cache, TimerWheel timers, Executor loop) {
    this.below = below;
    this.cache = cache;
    this.timers = timers;
    this.loop = loop;
  }

  @Override
  public UpstreamExchange open(UpstreamCall call, UpstreamListener listener) {
    CachePolicy policy = call.action().cache();
    if (policy == null) {
      return Lookup.isUnsafe(call.head().method())
          ? unsafe(call, listener)
          : below.open(call, listener);
    }
    return switch (Lookup.of(call.head(), call.head().framing().announcesBody(), policy)) {
      case CACHE -> cached(call, listener, policy);
      case BYPASS -> {
        listener.add(CacheStatus.BYPASS);
        yield below.open(call, listener);
      }
      case METHOD -> {
        listener.add(CacheStatus.METHOD);
        yield below.open(call, listener);
      }
      case UNSAFE -> {
        listener.add(CacheStatus.METHOD);
        yield unsafe(call, listener);
      }
    };
  }

  Upstreams below() {
    return below;
  }

  ResponseCache cache() {
    return cache;
  }

  TimerWheel timers() {
    return timers;
  }

  Executor loop() {
    return loop;
  }

  /**
   * What the response is kept under.
   *
   * @param policy that of the route, or null where it keeps nothing
   */
  static ResourceKey keyOf(
      UpstreamCall call, @Nullable CachePolicy policy, String path, @Nullable String query) {
    String authority = call.head().authority();
    String asked = authority == null ? "" : authority;
    String told = call.forwarded().host();
    return ResourceKey.of(
        call.forwarded().proto(),
        told == null ? asked : told,
        asked,
        path,
        policy == null ? query : policy.query().of(query));
  }

  private UpstreamExchange cached(
      UpstreamCall call, UpstreamListener listener, CachePolicy policy) {
    ResourceKey key = keyOf(call, policy, call.arrival().path(), call.head().query());
    CacheExchange exchange = new CacheExchange(this, call, listener, policy, key);
    exchange.start();
    return exchange;
  }

  /** An answer to it may make outdated what is kept, whichever route keeps it. */
  private UpstreamExchange unsafe(UpstreamCall call, UpstreamListener listener) {
    return below.open(
        call, cache.isEmpty() ? listener : new InvalidatingListener(cache, call, listener));
  }
}
