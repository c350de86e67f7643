package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import org.junit.jupiter.api.Test;

/** The leak detector itself: it must be the one that Netty uses, and see each buffer. */
class LeakDetectorTest {

  @Test
  void isInForce() {
    assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
    assertThat(ResourceLeakDetectorFactory.instance().newResourceLeakDetector(Object.class))
        .isInstanceOf(LeakDetector.class);
    assertThatCode(LeakDetector::requireNone).doesNotThrowAnyException();
  }

  @Test
  void findsABufferThatIsForgotten() {
    forget();

    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(LeakDetector::requireNone)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("LeakDetectorTest.forget"));
  }

  private static void forget() {
    ByteBufAllocator.DEFAULT.buffer().writeInt(1);
  }
}
