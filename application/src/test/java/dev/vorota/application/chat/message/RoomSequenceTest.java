package dev.vorota.application.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.chat.message.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RoomSequenceTest {

  @Property
  void putsShuffledMessagesInOrder(
      @ForAll @IntRange(min = 1, max = 200) int count, @ForAll Random random) {
    RoomSequence sequence = new RoomSequence();
    List<Long> shuffled = new ArrayList<>(LongStream.rangeClosed(8, 7 + count).boxed().toList());
    Collections.shuffle(shuffled, random);

    assertThat(offer(sequence, 7)).containsExactly(7L);
    List<Long> due = new ArrayList<>();
    shuffled.forEach(seq -> due.addAll(offer(sequence, seq)));

    assertThat(due)
        .containsExactlyElementsOf(LongStream.rangeClosed(8, 7 + count).boxed().toList());
    assertThat(sequence.gap()).isNull();
  }

  /** Beside a model that remembers all and walks on from number to number. */
  @Property
  void doesAsTheModelDoes(
      @ForAll @Size(max = 100) List<@LongRange(min = 1, max = 60) Long> offered) {
    RoomSequence sequence = new RoomSequence();
    Set<Long> seen = new HashSet<>();
    long next = offered.isEmpty() ? 0 : offered.getFirst();
    for (long seq : offered) {
      seen.add(seq);
      List<Long> expected = new ArrayList<>();
      while (seen.contains(next)) {
        expected.add(next++);
      }
      assertThat(offer(sequence, seq)).isEqualTo(expected);
      long turn = next;
      long last = seen.stream().filter(held -> held > turn).max(Long::compare).orElse(turn);
      assertThat(sequence.gap())
          .isEqualTo(
              last == turn ? null : new RoomSequence.Gap(turn - 1, Math.toIntExact(last - turn)));
    }
  }

  @Example
  void passesOverGapThatIsTooWide() {
    RoomSequence sequence = new RoomSequence();
    offer(sequence, 1);
    assertThat(offer(sequence, 3)).isEmpty();
    assertThat(offer(sequence, 5)).isEmpty();

    assertThat(offer(sequence, 2 + RoomSequence.WIDEST_GAP)).containsExactly(3L, 5L, 258L);
    assertThat(offer(sequence, 2)).isEmpty();
    assertThat(offer(sequence, 259)).containsExactly(259L);
  }

  private static List<Long> offer(RoomSequence sequence, long seq) {
    return sequence.offer(StoredRoom.message(seq)).stream().map(Message::seq).toList();
  }
}
