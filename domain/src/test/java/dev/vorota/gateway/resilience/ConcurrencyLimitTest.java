package dev.vorota.gateway.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

  private final List<String> admitted = new ArrayList<>();

  @Test
  void letsSoManyThroughAtOnce() {
    ConcurrencyLimit limit = limit(2, 0);

    assertThat(limit.enter()).isTrue();
    assertThat(limit.enter()).isTrue();
    assertThat(limit.enter()).isFalse();
    limit.leave();
    assertThat(limit.enter()).isTrue();
    assertThat(limit.underWay()).isEqualTo(2);
  }

  @Test
  void letsThoseWhoWaitThroughInTheirOrder() {
    ConcurrencyLimit limit = limit(1, 3);
    limit.enter();
    for (String name : List.of("a", "b", "c")) {
      assertThat(limit.await(waiter(name))).isTrue();
    }
    assertThat(limit.waiting()).isEqualTo(3);
    limit.leave();
    assertThat(limit.enter()).as("nobody goes before those who wait").isFalse();
    limit.leave();
    limit.leave();

    assertThat(admitted).containsExactly("a", "b", "c");
    assertThat(limit.underWay()).isOne();
    assertThat(limit.waiting()).isZero();
  }

  @Test
  void letsNoMoreWaitThanTheQueueHolds() {
    ConcurrencyLimit limit = limit(1, 1);
    limit.enter();

    assertThat(limit.await(waiter("a"))).isTrue();
    assertThat(limit.await(waiter("b"))).isFalse();
    assertThat(limit.waiting()).isOne();
  }

  @Test
  void forgetsWhoWaitsNoLonger() {
    ConcurrencyLimit limit = limit(1, 1);
    limit.enter();
    ConcurrencyLimit.Waiter gone = waiter("gone");
    limit.await(gone);

    assertThat(limit.abandon(gone)).isTrue();
    assertThat(limit.abandon(gone)).isFalse();
    assertThat(limit.await(waiter("next"))).isTrue();
    limit.leave();
    assertThat(admitted).containsExactly("next");
  }

  @Test
  void saysWhenATurnCameJustBeforeItWasGivenUp() {
    ConcurrencyLimit limit = limit(1, 1);
    limit.enter();
    ConcurrencyLimit.Waiter waiter = waiter("a");
    limit.await(waiter);
    limit.leave();

    assertThat(limit.abandon(waiter)).isFalse();
    assertThat(limit.underWay()).isOne();
  }

  @Test
  void strandsNobodyAndNeverExceedsTheLimitWhenManyThreadsUseIt() throws Exception {
    int most = 3;
    int threads = 8;
    int rounds = 5_000;
    ConcurrencyLimit limit = limit(most, threads);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger worst = new AtomicInteger();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            pool.submit(
                () -> {
                  for (int round = 0; round < rounds; round++) {
                    if (!entered(limit)) {
                      continue;
                    }
                    worst.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    limit.leave();
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get(60, TimeUnit.SECONDS);
      }
    }

    assertThat(worst.get()).isLessThanOrEqualTo(most);
    assertThat(limit.underWay()).isZero();
    assertThat(limit.waiting()).isZero();
  }

  /** Enters, if need be by waiting; now and then it gives up. */
  private static boolean entered(ConcurrencyLimit limit) throws InterruptedException {
    if (limit.enter()) {
      return true;
    }
    CountDownLatch turn = new CountDownLatch(1);
    ConcurrencyLimit.Waiter waiter =
        new ConcurrencyLimit.Waiter() {
          @Override
          protected void admitted() {
            turn.countDown();
          }
        };
    assertThat(limit.await(waiter)).isTrue();
    if (ThreadLocalRandom.current().nextInt(4) == 0 && limit.abandon(waiter)) {
      return false;
    }
    assertThat(turn.await(30, TimeUnit.SECONDS)).as("nobody is stranded").isTrue();
    return true;
  }

  private ConcurrencyLimit.Waiter waiter(String name) {
    return new ConcurrencyLimit.Waiter() {
      @Override
      protected void admitted() {
        admitted.add(name);
      }
    };
  }

  private static ConcurrencyLimit limit(int most, int queue) {
    return new ConcurrencyLimit(new ConcurrencyPolicy(most, false, queue, Duration.ofSeconds(1)));
  }
}
