package dev.vorota.app.gateway;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import io.netty.util.concurrent.ThreadProperties;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Watches that no event loop is held up: each loop is given a task again and again, and one that
 * does not get to it in time is looked at. It is at fault when its thread waits for something else
 * than events, or has worked for too long; a machine that had no time for the thread is not.
 */
final class LoopWatchdog implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofMillis(100);

  /** The leak detector makes work cost many times what it costs outside of tests. */
  private static final Duration MOST_WORK = Duration.ofSeconds(1);

  private static final long PAUSE_MILLIS = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  LoopWatchdog(EventExecutorGroup loops) {
    for (EventExecutor executor : loops) {
      SingleThreadEventExecutor loop = (SingleThreadEventExecutor) executor;
      ThreadProperties thread = loop.threadProperties();
      Thread.ofPlatform().daemon().name("loop-watchdog").start(() -> watch(loop, thread));
    }
  }

  /** Ends the watch and fails if a loop was held up. */
  @Override
  public void close() {
    closed.countDown();
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("\n", faults));
    }
  }

  private void watch(SingleThreadEventExecutor loop, ThreadProperties thread) {
    try {
      while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS) && !loop.isShuttingDown()) {
        probe(loop, thread);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RejectedExecutionException _) {
      return; // the loop has ended
    }
  }

  private void probe(SingleThreadEventExecutor loop, ThreadProperties thread)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    long workBefore = THREADS.getThreadCpuTime(thread.id());
    loop.execute(done::countDown);
    while (!done.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS) && !loop.isShuttingDown()) {
      StackTraceElement[] stack = thread.stackTrace();
      Thread.State state = thread.state();
      long worked = THREADS.getThreadCpuTime(thread.id()) - workBefore;
      boolean atFault = state != Thread.State.RUNNABLE || worked > MOST_WORK.toNanos();
      if (atFault && done.getCount() > 0) {
        faults.add(describe(stack, state, worked));
        return;
      }
    }
  }

  private static String describe(StackTraceElement[] stack, Thread.State state, long workedNanos) {
    return "A task held its event loop for more than %s (%s, %d ms of work):\n    %s"
        .formatted(
            LONGEST,
            state,
            TimeUnit.NANOSECONDS.toMillis(workedNanos),
            Arrays.stream(stack)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n    ")));
  }
}
