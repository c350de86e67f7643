package dev.vorota.adapters.out.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vorota.gateway.ratelimit.RateLimit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InMemoryRateLimiterTest {

  private static final RateLimit PUBLIC = new RateLimit("public", 10, 2);
  private static final RateLimit ASSETS = new RateLimit("assets", 100, 3);

  private final AtomicLong now = new AtomicLong();
  private final InMemoryRateLimiter limiter = new InMemoryRateLimiter(3, now::get);

  @Test
  void countsEachKeyApart() {
    assertThat(passing(PUBLIC, "a", 5)).isEqualTo(2);
    assertThat(passing(PUBLIC, "b", 5)).isEqualTo(2);
  }

  @Test
  void countsEachLimitApart() {
    assertThat(passing(PUBLIC, "a", 5)).isEqualTo(2);
    assertThat(passing(ASSETS, "a", 5)).isEqualTo(3);
    assertThat(limiter.acquire(ASSETS, "a").limit()).isEqualTo(ASSETS);
  }

  @Test
  void letsGoOfFullBucketsOnly() {
    limiter.acquire(PUBLIC, "drained");
    limiter.acquire(PUBLIC, "drained");
    limiter.acquire(PUBLIC, "touched");

    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
    limiter.sweep();

    assertThat(limiter.size()).isEqualTo(1);
    assertThat(passing(PUBLIC, "drained", 5)).isEqualTo(1);
  }

  @Test
  void letsNewKeysShareWhereThereIsNoRoom() {
    passing(PUBLIC, "a", 2);
    passing(PUBLIC, "b", 2);
    passing(PUBLIC, "c", 2);
    int passed = 0;
    for (int i = 0; i < 10_000; i++) {
      passed += passing(PUBLIC, "new " + i, 1);
    }

    assertThat(passed).isEqualTo(64 * PUBLIC.burst());
    assertThat(limiter.size()).isEqualTo(3);

    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    limiter.sweep();

    assertThat(limiter.size()).isZero();
    assertThat(passing(PUBLIC, "new 1", 5)).as("has a bucket of its own now").isEqualTo(2);
    assertThat(limiter.size()).isEqualTo(1);
  }

  @Test
  void keepsTheBucketsThatItHadWhereThereIsNoRoom() {
    for (int i = 0; i < 1_000; i++) {
      limiter.acquire(PUBLIC, "flood " + i);
    }
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));

    assertThat(passing(PUBLIC, "flood 0", 5)).isEqualTo(2);
  }

  @Property(tries = 200)
  void keepsToItsBoundUnderAnyTraffic(
      @ForAll @Size(max = 200) @IntRange(max = 50) int[] keys,
      @ForAll @IntRange(min = 1, max = 20) int sweepEvery) {
    for (int i = 0; i < keys.length; i++) {
      limiter.acquire(keys[i] % 2 == 0 ? PUBLIC : ASSETS, "key " + keys[i]);
      now.addAndGet(TimeUnit.MILLISECONDS.toNanos(7));
      if (i % sweepEvery == 0) {
        limiter.sweep();
      }
      assertThat(limiter.size()).isBetween(0, 3);
    }
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    limiter.sweep();
    assertThat(limiter.size()).isZero();
  }

  @Test
  void givesManyThreadsNoMoreThanOne() {
    InMemoryRateLimiter shared = new InMemoryRateLimiter(1_000, now::get);
    RateLimit limit = new RateLimit("public", 1, 100);
    LongAdder passed = new LongAdder();
    int keys = 50;
    try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
      for (int thread = 0; thread < 4; thread++) {
        executor.execute(
            () -> {
              for (int i = 0; i < 200 * keys; i++) {
                if (shared.acquire(limit, "key " + i % keys).allowed()) {
                  passed.increment();
                }
              }
            });
      }
    }
    assertThat(passed.sum()).isEqualTo((long) keys * limit.burst());
    assertThat(shared.size()).isEqualTo(keys);
  }

  @Test
  void refusesABoundThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InMemoryRateLimiter(0, now::get))
        .withMessage("maxBuckets must be positive: 0.");
  }

  private int passing(RateLimit limit, String key, int requests) {
    int passed = 0;
    for (int i = 0; i < requests; i++) {
      passed += limiter.acquire(limit, key).allowed() ? 1 : 0;
    }
    return passed;
  }
}
