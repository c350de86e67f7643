package dev.vorota.chat.message;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.room.RoomName;
import java.time.Instant;
import java.util.List;

/** Keeps messages. Every method blocks and throws an unchecked exception when storage fails. */
public interface MessageRepository {

  /**
   * Stores a message under the next number of its room, or finds the one that the same author has
   * stored under the same id. When it returns, the message is committed.
   *
   * @throws dev.vorota.problem.ProblemException 404 where the room does not exist, 403 where the
   *     author is not in it
   */
  Appended append(RoomName room, UserId author, ClientMessageId id, MessageText text, Instant at);

  /** The newest {@code limit} messages numbered below {@code seq}, in ascending order. */
  List<Message> before(RoomName room, long seq, int limit);

  /** The oldest {@code limit} messages numbered above {@code seq}, in ascending order. */
  List<Message> after(RoomName room, long seq, int limit);

  /**
   * @param message the stored message
   * @param repeated whether it had been stored before
   */
  record Appended(Message message, boolean repeated) {}
}
