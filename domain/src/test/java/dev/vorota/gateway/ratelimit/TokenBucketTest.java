package dev.vorota.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final RateLimit TEN_PER_SECOND = new RateLimit("public", 10, 10);
  private static final long PERMIT = Duration.ofMillis(100).toNanos();

  private final AtomicLong now = new AtomicLong(-5);
  private final TokenBucket bucket = new TokenBucket(now::get);

  @Test
  void givesTheBurstAtOnceAndThenTheRate() {
    for (int left = 9; left > 0; left--) {
      assertThat(bucket.acquire(TEN_PER_SECOND)).isEqualTo(allowed(left, 0));
    }
    assertThat(bucket.acquire(TEN_PER_SECOND)).isEqualTo(allowed(0, PERMIT));
    assertThat(bucket.acquire(TEN_PER_SECOND)).isEqualTo(refused(0, PERMIT));

    now.addAndGet(PERMIT - 1);
    assertThat(bucket.acquire(TEN_PER_SECOND)).isEqualTo(refused(0, 1));

    now.addAndGet(1);
    assertThat(bucket.acquire(TEN_PER_SECOND)).isEqualTo(allowed(0, PERMIT));
  }

  @Test
  void takesNothingWhereTheCostIsNotThere() {
    assertThat(bucket.acquire(TEN_PER_SECOND, 8)).isEqualTo(allowed(2, 0));
    assertThat(bucket.acquire(TEN_PER_SECOND, 3)).isEqualTo(refused(2, PERMIT));
    assertThat(bucket.acquire(TEN_PER_SECOND, 2)).isEqualTo(allowed(0, PERMIT));
  }

  @Test
  void refusesCostsThatNoBucketCanPay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bucket.acquire(TEN_PER_SECOND, 0))
        .withMessage("cost must be from 1 to the burst of 10: 0.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bucket.acquire(TEN_PER_SECOND, 11))
        .withMessage("cost must be from 1 to the burst of 10: 11.");
  }

  @Test
  void isJustFullAfterYearsOfIdling() {
    bucket.acquire(TEN_PER_SECOND, 10);
    now.addAndGet(Duration.ofDays(100 * 365).toNanos());

    assertThat(bucket.isFull()).isTrue();
    assertThat(bucket.acquire(TEN_PER_SECOND)).isEqualTo(allowed(9, 0));
  }

  @Test
  void goesOnWhenTheClockOverflows() {
    now.set(Long.MAX_VALUE - PERMIT / 2);
    TokenBucket overflowing = new TokenBucket(now::get);
    assertThat(overflowing.acquire(TEN_PER_SECOND, 10)).isEqualTo(allowed(0, PERMIT));

    now.addAndGet(PERMIT);

    assertThat(now).hasNegativeValue();
    assertThat(overflowing.acquire(TEN_PER_SECOND)).isEqualTo(allowed(0, PERMIT));
    assertThat(overflowing.isFull()).isFalse();
  }

  @Test
  void fillsAtItsRateAfterTheClockJumpedBack() {
    now.addAndGet(-Duration.ofDays(365).toNanos());
    assertThat(bucket.acquire(TEN_PER_SECOND)).isEqualTo(refused(0, PERMIT));

    now.addAndGet(PERMIT);

    assertThat(bucket.acquire(TEN_PER_SECOND)).isEqualTo(allowed(0, PERMIT));
  }

  @Test
  void holdsAChangedLimitAtOnceAndKeepsWhatWasSpent() {
    bucket.acquire(TEN_PER_SECOND, 10);
    RateLimit wider = new RateLimit("public", 10, 30);

    assertThat(bucket.acquire(wider)).isEqualTo(new Decision(wider, true, 19, 0));
  }

  @Test
  void neverGivesManyThreadsMoreThanBurstAndRate() throws InterruptedException {
    RateLimit limit = new RateLimit("public", 1_000_000, 100);
    int threads = 4;
    int callsPerThread = 50_000;
    AtomicLong ticking = new AtomicLong();
    TokenBucket shared = new TokenBucket(() -> ticking.addAndGet(100));
    LongAdder passed = new LongAdder();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        executor.execute(
            () -> {
              await(start);
              for (int call = 0; call < callsPerThread; call++) {
                if (shared.acquire(limit).allowed()) {
                  passed.increment();
                }
              }
            });
      }
      start.countDown();
    }
    long most = limit.burst() + ticking.get() / limit.permitNanos();
    assertThat(passed.sum()).isBetween(most - threads, most);
  }

  private static Decision allowed(long remaining, long retryAfterNanos) {
    return new Decision(TEN_PER_SECOND, true, remaining, retryAfterNanos);
  }

  private static Decision refused(long remaining, long retryAfterNanos) {
    return new Decision(TEN_PER_SECOND, false, remaining, retryAfterNanos);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
