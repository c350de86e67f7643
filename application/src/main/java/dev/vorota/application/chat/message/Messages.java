package dev.vorota.application.chat.message;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.message.ClientMessageId;
import dev.vorota.chat.message.Message;
import dev.vorota.chat.message.MessageRepository;
import dev.vorota.chat.message.MessageRepository.Appended;
import dev.vorota.chat.message.MessageText;
import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomRepository;
import java.time.InstantSource;
import java.util.List;

/** Sending to and reading from rooms. Every method blocks. */
public interface Messages {

  /** The most messages that one page of history holds. */
  int LONGEST_PAGE = 100;

  /**
   * @param rooms says who may read
   * @param feed hears of every message that is stored
   */
  static Messages of(
      MessageRepository messages, RoomRepository rooms, RoomFeed feed, InstantSource clock) {
    return new StoredMessages(messages, rooms, feed, clock);
  }

  /**
   * Stores a message and hands it to the room's followers. Once it returns, the message stays.
   *
   * @throws dev.vorota.problem.ProblemException 404 {@code no-such-room}, 403 {@code not-a-member}
   */
  Appended send(UserId author, RoomName room, ClientMessageId id, MessageText text);

  /**
   * The newest messages numbered below {@code before}.
   *
   * @param before a number above 0; {@code Long.MAX_VALUE} for the newest of all
   * @param limit from 1 to {@link #LONGEST_PAGE}
   * @throws dev.vorota.problem.ProblemException 400 for a number out of its range, 404 {@code
   *     no-such-room}, 403 {@code not-a-member}
   */
  Page before(UserId reader, RoomName room, long before, int limit);

  /**
   * The oldest messages numbered above {@code after}.
   *
   * @param after a number, 0 for the first of all
   * @param limit from 1 to {@link #LONGEST_PAGE}
   * @throws dev.vorota.problem.ProblemException 400 for a number out of its range, 404 {@code
   *     no-such-room}, 403 {@code not-a-member}
   */
  Page after(UserId reader, RoomName room, long after, int limit);

  /**
   * @param messages in ascending order
   * @param more whether there are further ones in the direction that was asked for
   */
  record Page(List<Message> messages, boolean more) {

    public Page {
      messages = List.copyOf(messages);
    }
  }
}
