package dev.vorota.adapters.in.chat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private static final Frame HUNDRED_BYTES = Frame.of("x".repeat(100));

  private final HandClock clock = new HandClock();
  private final HandWire wire = new HandWire();
  private final Outbox outbox = new Outbox(wire, 8, 1_000, clock);

  @Test
  void takesNoMoreFramesThanItsBound() {
    for (int i = 0; i < 8; i++) {
      assertThat(outbox.send(Frame.of("x"))).isTrue();
    }
    assertThat(outbox.send(Frame.of("x"))).isFalse();
  }

  @Test
  void takesNoMoreBytesThanItsBound() {
    assertThat(outbox.send(Frame.of("ж".repeat(450)))).isTrue();
    assertThat(outbox.send(HUNDRED_BYTES)).isTrue();
    assertThat(outbox.send(Frame.of("x"))).isFalse();
  }

  @Test
  void hasRoomAgainForWhatHasLeft() {
    for (int i = 0; i < 8; i++) {
      outbox.send(HUNDRED_BYTES);
    }
    wire.leave(1);
    assertThat(outbox.send(HUNDRED_BYTES)).isTrue();
  }

  @Test
  void runsATaskAtOnceWhereItIsCalm() {
    List<String> ran = new ArrayList<>();
    outbox.whenCalm(() -> ran.add("task"));
    assertThat(ran).containsExactly("task");
  }

  @Test
  void runsWaitingTasksInOrderAsSoonAsItIsCalm() {
    List<String> ran = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      outbox.send(HUNDRED_BYTES);
    }
    outbox.whenCalm(() -> ran.add("first"));
    outbox.whenCalm(() -> ran.add("second"));
    wire.leave(1);
    assertThat(ran).isEmpty();
    wire.leave(1);
    assertThat(ran).containsExactly("first", "second");
  }

  @Test
  void letsATaskThatFillsItAgainHoldUpTheNext() {
    List<String> ran = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      outbox.send(HUNDRED_BYTES);
    }
    outbox.whenCalm(() -> outbox.send(HUNDRED_BYTES));
    outbox.whenCalm(() -> ran.add("second"));
    wire.leave(2);
    assertThat(ran).isEmpty();
    wire.leave(1);
    assertThat(ran).containsExactly("second");
  }

  @Test
  void isStalledWhileSomethingIsUnderWayAndNothingLeaves() {
    clock.pass(Duration.ofMinutes(5));
    assertThat(outbox.stalledFor()).isZero();
    outbox.send(HUNDRED_BYTES);
    outbox.send(HUNDRED_BYTES);
    clock.pass(Duration.ofSeconds(3));
    assertThat(outbox.stalledFor()).isEqualTo(Duration.ofSeconds(3).toNanos());
    wire.leave(1);
    assertThat(outbox.stalledFor()).isZero();
    clock.pass(Duration.ofSeconds(1));
    assertThat(outbox.stalledFor()).isEqualTo(Duration.ofSeconds(1).toNanos());
    wire.leave(1);
    assertThat(outbox.stalledFor()).isZero();
  }

  /** A network that moves when it is told to. */
  private static final class HandWire implements Wire {

    private final Deque<Runnable> underWay = new ArrayDeque<>();

    void leave(int frames) {
      for (int i = 0; i < frames; i++) {
        underWay.remove().run();
      }
    }

    @Override
    public void write(Frame frame, Runnable written) {
      underWay.add(written);
    }

    @Override
    public void ping() {}

    @Override
    public void close(CloseCode code, String reason) {}
  }
}
