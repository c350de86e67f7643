package dev.vorota.adapters.in.chat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RoomCursorTest {

  @Property
  void tellsEveryMessageOnceAndInOrderWhateverComesWhen(
      @ForAll @Size(max = 200) List<@LongRange(min = 1, max = 30) Long> heard,
      @ForAll @IntRange(max = 30) int start) {
    RoomCursor cursor = new RoomCursor(start);
    List<Long> told = new ArrayList<>();
    for (long seq : heard) {
      if (cursor.isNext(seq)) {
        told.add(seq);
      }
      while (cursor.behind() > 0) {
        assertThat(cursor.isNext(cursor.told() + 1)).isTrue();
        told.add(cursor.told());
      }
    }
    long last = Math.max(start, heard.stream().mapToLong(Long::longValue).max().orElse(0));
    assertThat(told).isEqualTo(LongStream.rangeClosed(start + 1, last).boxed().toList());
  }

  @Test
  void saysHowFarBehindTheClientIs() {
    RoomCursor cursor = new RoomCursor(41);
    cursor.reached(57);
    assertThat(cursor.behind()).isEqualTo(16);
  }

  @Test
  void goesOnBehindWhatItSkips() {
    RoomCursor cursor = new RoomCursor(41);
    cursor.reached(2_041);
    assertThat(cursor.skip()).isEqualTo(2_042);
    assertThat(cursor.isNext(2_042)).isTrue();
  }

  @Test
  void tellsAgainWhatItIsMovedBackBefore() {
    RoomCursor cursor = new RoomCursor(57);
    cursor.moveTo(55);
    assertThat(cursor.isNext(56)).isTrue();
    assertThat(cursor.behind()).isEqualTo(1);
  }
}
