package dev.vorota.application.chat.message;

import dev.vorota.chat.message.Message;
import dev.vorota.chat.room.RoomName;

/** Hands each stored message to those who follow its room, in the order of its numbers. */
public interface RoomFeed {

  /** Follows a room from now on until {@link Following#close()}. */
  Following follow(RoomName room, Follower follower);

  /** Hands on a message that is committed. */
  void publish(Message message);

  /** Hears of messages; must not block. */
  @FunctionalInterface
  interface Follower {
    void next(Message message);
  }

  /** A follower's tie to a room. */
  interface Following extends AutoCloseable {
    @Override
    void close();
  }
}
