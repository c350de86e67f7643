package dev.vorota.adapters.out.chat.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs work in many threads that all begin at the same moment. */
final class Together {

  private Together() {}

  static <T> List<T> run(int threads, IntFunction<T> work)
      throws InterruptedException, ExecutionException {
    CountDownLatch begin = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> results =
          IntStream.range(0, threads)
              .mapToObj(i -> executor.submit(after(begin, () -> work.apply(i))))
              .toList();
      begin.countDown();
      List<T> outcomes = new ArrayList<>();
      for (Future<T> result : results) {
        outcomes.add(result.get());
      }
      return outcomes;
    }
  }

  private static <T> Callable<T> after(CountDownLatch begin, Callable<T> work) {
    return () -> {
      begin.await();
      return work.call();
    };
  }
}
