package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.EventLoopGroup;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The watchdog itself: it must bite, and not for nothing. */
class LoopWatchdogTest {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final EventLoopGroup loops = Transport.open(1).group();

  @AfterEach
  void close() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Test
  void tellsWhichTaskWaitsOnALoop() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    LoopWatchdog watchdog = new LoopWatchdog(loops);
    loops.submit(() -> never.await(400, TimeUnit.MILLISECONDS)).await();

    assertThatThrownBy(watchdog::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("tellsWhichTaskWaitsOnALoop");
  }

  @Test
  void tellsWhichTaskWorksTooLong() throws Exception {
    LoopWatchdog watchdog = new LoopWatchdog(loops);
    loops.submit(LoopWatchdogTest::work).await();

    assertThatThrownBy(watchdog::close).hasMessageContaining("LoopWatchdogTest.work");
  }

  @Test
  void saysNothingOfLoopsThatAreFree() throws Exception {
    LoopWatchdog watchdog = new LoopWatchdog(loops);
    for (int i = 0; i < 20; i++) {
      loops.schedule(() -> {}, 10, TimeUnit.MILLISECONDS).await();
    }

    assertThatCode(watchdog::close).doesNotThrowAnyException();
  }

  private static void work() {
    long until = THREADS.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(2_000);
    while (THREADS.getCurrentThreadCpuTime() < until) {
      Thread.onSpinWait();
    }
  }
}
