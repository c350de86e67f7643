package dev.vorota.adapters.out.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.vorota.gateway.cache.CacheLimits;
import dev.vorota.gateway.cache.CachePolicy;
import dev.vorota.gateway.cache.ResourceKey;
import dev.vorota.gateway.http.Request;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The responses that are kept, for all event loops. What is used seldom and was used long ago goes
 * first when there is no room (W-TinyLFU). Safe to use from every thread; never blocks for long.
 */
public final class ResponseCache implements AutoCloseable {

  /** The part of the memory that responses may take while they come. */
  private static final int FETCHED_SHARE = 4;

  private final Cache<ResourceKey, Variants> store;
  private final Flights flights = new Flights();
  private final AtomicLong fetched = new AtomicLong();
  private final long mostFetched;
  private final LongSupplier clock;

  /**
   * @param clock milliseconds since 1970
   */
  public ResponseCache(CacheLimits limits, LongSupplier clock) {
    this.clock = clock;
    this.mostFetched = limits.mostBytes() / FETCHED_SHARE;
    this.store =
        Caffeine.newBuilder()
            .maximumWeight(limits.mostBytes())
            .weigher((ResourceKey key, Variants variants) -> weigh(key, variants))
            .removalListener(ResponseCache::removed)
            .executor(Runnable::run)
            .build();
  }

  /** Forgets everything. */
  @Override
  public void close() {
    store.invalidateAll();
    store.cleanUp();
  }

  long now() {
    return clock.getAsLong();
  }

  Flights flights() {
    return flights;
  }

  /** Whether nothing is kept, nor about to be. */
  boolean isEmpty() {
    return store.estimatedSize() == 0 && flights.isEmpty();
  }

  /** What is kept of a resource, or null. */
  @Nullable Variants find(ResourceKey key) {
    return store.getIfPresent(key);
  }

  /**
   * Keeps a response, unless the resource has changed while it was fetched.
   *
   * @param flight that fetched it
   * @param request for which it came
   * @return whether it is kept; if not, it stays the caller's
   */
  boolean put(Flight flight, StoredResponse stored, CachePolicy policy, Request request) {
    Variants after =
        store
            .asMap()
            .compute(
                flight.resource(),
                (_, before) -> {
                  if (flight.isOutdated()) {
                    return before;
                  }
                  return before == null
                      ? Variants.of(stored)
                      : before.with(stored, policy, request);
                });
    return after != null && after.latest().equals(stored);
  }

  /** Forgets a response, unless another one has taken its place. */
  void drop(ResourceKey key, StoredResponse stored) {
    store.asMap().computeIfPresent(key, (_, before) -> before.without(stored));
  }

  /** Forgets all that is kept of a resource, and keeps nothing of it that is on its way. */
  void invalidate(ResourceKey key) {
    flights.outdate(key);
    store.invalidate(key);
  }

  /** Takes room for a response that comes. Returns whether there was some. */
  boolean reserve(int octets) {
    if (fetched.addAndGet(octets) > mostFetched) {
      fetched.addAndGet(-octets);
      return false;
    }
    return true;
  }

  void giveBack(int octets) {
    fetched.addAndGet(-octets);
  }

  private static int weigh(ResourceKey key, Variants variants) {
    return (int) Math.min((long) variants.weight() + 2L * key.text().length(), Integer.MAX_VALUE);
  }

  private static void removed(
      @Nullable ResourceKey key, @Nullable Variants variants, RemovalCause cause) {
    if (variants != null && cause != RemovalCause.REPLACED) {
      variants.release();
    }
  }
}
