package dev.vorota.adapters.out.gateway.memory;

import dev.vorota.gateway.ratelimit.Decision;
import dev.vorota.gateway.ratelimit.RateLimit;
import dev.vorota.gateway.ratelimit.RateLimiter;
import dev.vorota.gateway.ratelimit.TokenBucket;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Limits within one process: a token bucket for each key of each limit.
 *
 * <p>Memory is bounded by {@code maxBuckets}. A bucket that is full again says nothing that a new
 * one would not, and goes with the next {@link #sweep()}. While there is no room, new keys share
 * {@value #OVERFLOW_BUCKETS} buckets for each limit: a flood of new keys limits itself, and those
 * that were there before keep their own buckets.
 */
public final class InMemoryRateLimiter implements RateLimiter {

  /** A default for {@code maxBuckets}; 100,000 of them take some 20 MB. */
  public static final int DEFAULT_MAX_BUCKETS = 100_000;

  private static final int OVERFLOW_BUCKETS = 64;

  private final int maxBuckets;
  private final LongSupplier nanoTime;
  private final AtomicInteger buckets = new AtomicInteger();
  private final ConcurrentMap<String, Table> tables = new ConcurrentHashMap<>();

  /**
   * @param maxBuckets how many keys have a bucket of their own, over all limits
   * @param nanoTime in ns since any instant, such as {@link System#nanoTime()}
   * @throws IllegalArgumentException if {@code maxBuckets} is not positive
   */
  public InMemoryRateLimiter(int maxBuckets, LongSupplier nanoTime) {
    if (maxBuckets < 1) {
      throw new IllegalArgumentException("maxBuckets must be positive: " + maxBuckets + ".");
    }
    this.maxBuckets = maxBuckets;
    this.nanoTime = nanoTime;
  }

  @Override
  public Decision acquire(RateLimit limit, String key) {
    Table table = tables.get(limit.name());
    if (table == null) {
      table = tables.computeIfAbsent(limit.name(), _ -> new Table());
    }
    return table.bucket(key).acquire(limit);
  }

  /**
   * Lets go of the buckets that are full again; to be called every second or so. A permit that is
   * taken from a bucket in the very moment in which it goes is not counted.
   */
  public void sweep() {
    tables.values().forEach(Table::sweep);
  }

  /** How many keys have a bucket of their own now. */
  public int size() {
    return buckets.get();
  }

  /** The buckets of one limit. */
  private final class Table {

    private final ConcurrentMap<String, TokenBucket> own = new ConcurrentHashMap<>();
    private final TokenBucket[] overflow = new TokenBucket[OVERFLOW_BUCKETS];

    Table() {
      for (int i = 0; i < overflow.length; i++) {
        overflow[i] = new TokenBucket(nanoTime);
      }
    }

    TokenBucket bucket(String key) {
      TokenBucket bucket = own.get(key);
      if (bucket != null) {
        return bucket;
      }
      if (buckets.incrementAndGet() > maxBuckets) {
        buckets.decrementAndGet();
        return overflow[Math.floorMod(key.hashCode(), overflow.length)];
      }
      TokenBucket created = new TokenBucket(nanoTime);
      TokenBucket other = own.putIfAbsent(key, created);
      if (other != null) {
        buckets.decrementAndGet();
        return other;
      }
      return created;
    }

    void sweep() {
      own.forEach(
          (key, bucket) -> {
            if (bucket.isFull() && own.remove(key, bucket)) {
              buckets.decrementAndGet();
            }
          });
    }
  }
}
