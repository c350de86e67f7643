package dev.vorota.application.chat.message;

import dev.vorota.chat.message.Message;
import dev.vorota.chat.message.MessageRepository;
import dev.vorota.chat.room.RoomName;

/**
 * Hands each stored message to those who follow its room, once and in the order of its numbers. The
 * first that a follower gets may have any number; one that must know what came before reads it.
 */
public interface RoomFeed {

  /**
   * A feed within this process.
   *
   * @param history where messages are read that were stored but not published in their turn
   */
  static RoomFeed inMemory(MessageRepository history) {
    return new InMemoryRoomFeed(history);
  }

  /** Follows a room from now on until {@link Following#close()}. */
  Following follow(RoomName room, Follower follower);

  /**
   * Hands on a message that is committed. One that comes before its turn is held back until those
   * before it came; where they don't come by themselves, they are read. Where too many are missing
   * to be read at once they are passed over, which a follower sees by the number that it gets next.
   * May block; never throws because of a follower or of storage.
   */
  void publish(Message message);

  /** Hears of messages; must not block, nor publish. */
  @FunctionalInterface
  interface Follower {
    void next(Message message);
  }

  /** A follower's tie to a room. What is being handed on while it is closed may still arrive. */
  interface Following extends AutoCloseable {
    @Override
    void close();
  }
}
