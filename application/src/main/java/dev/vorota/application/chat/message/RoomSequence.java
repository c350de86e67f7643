package dev.vorota.application.chat.message;

import dev.vorota.chat.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts one room's messages in the order of their numbers, each once. The first message sets the
 * start. Not safe for use by several threads at once.
 */
final class RoomSequence {

  /** The span of numbers within which messages are held back; it bounds how many can be. */
  static final int WIDEST_GAP = 256;

  private final TreeMap<Long, Message> held = new TreeMap<>();

  /** The number whose turn it is, or 0 before the first message. */
  private long next;

  /** Takes a message in, and answers those whose turn has come, in order. */
  List<Message> offer(Message message) {
    if (next == 0) {
      next = message.seq();
    }
    if (message.seq() < next) {
      return List.of();
    }
    held.put(message.seq(), message);
    if (message.seq() - next >= WIDEST_GAP) {
      return passGaps();
    }
    return take();
  }

  /** The run of numbers in which those lie that the last message held back waits for, or null. */
  @Nullable Gap gap() {
    return held.isEmpty() ? null : new Gap(next - 1, (int) (held.lastKey() - next));
  }

  private List<Message> take() {
    List<Message> due = new ArrayList<>(1);
    for (Message message = held.remove(next); message != null; message = held.remove(next)) {
      due.add(message);
      next++;
    }
    return due;
  }

  private List<Message> passGaps() {
    List<Message> due = List.copyOf(held.values());
    next = held.lastKey() + 1;
    held.clear();
    return due;
  }

  /**
   * A run of numbers.
   *
   * @param after the number in front of the first of them
   * @param length how many
   */
  record Gap(long after, int length) {}
}
