package dev.vorota.adapters.out.chat.argon2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  @Test
  void refusesWhoeverComesToFullQueueAndServesAllOthers()
      throws InterruptedException, ExecutionException {
    Turnstile turnstile = new Turnstile(2, 0);
    CountDownLatch inside = new CountDownLatch(2);
    CountDownLatch leave = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> guests = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        guests.add(
            executor.submit(
                () ->
                    turnstile.pass(
                        () -> {
                          inside.countDown();
                          await(leave);
                          return "served";
                        })));
      }
      inside.await();

      assertThatThrownBy(() -> turnstile.pass(() -> "served"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.problem().status()).isEqualTo(503);
                assertThat(e.problem().kind()).isEqualTo("busy");
              });
      leave.countDown();
      for (Future<String> guest : guests) {
        assertThat(guest.get()).isEqualTo("served");
      }
    }
    assertThat(turnstile.pass(() -> "served")).isEqualTo("served");
  }

  @Test
  void letsNoMoreWorkAtOnceThanItHasPlaces() throws InterruptedException, ExecutionException {
    Turnstile turnstile = new Turnstile(3, 100);
    AtomicInteger working = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        results.add(
            executor.submit(
                () ->
                    turnstile.pass(
                        () -> {
                          most.accumulateAndGet(working.incrementAndGet(), Math::max);
                          Thread.onSpinWait();
                          return working.decrementAndGet();
                        })));
      }
      for (Future<Integer> result : results) {
        result.get();
      }
    }
    assertThat(most).hasValueLessThanOrEqualTo(3);
  }

  @Test
  void freesItsPlaceWhereTheWorkFails() {
    Turnstile turnstile = new Turnstile(1, 0);

    assertThatThrownBy(
            () ->
                turnstile.pass(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(turnstile.pass(() -> "served")).isEqualTo("served");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
