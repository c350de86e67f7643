package dev.vorota.application.chat.message;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.message.ClientMessageId;
import dev.vorota.chat.message.Message;
import dev.vorota.chat.message.MessageRepository;
import dev.vorota.chat.message.MessageRepository.Appended;
import dev.vorota.chat.message.MessageText;
import dev.vorota.chat.room.Room;
import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomProblems;
import dev.vorota.chat.room.RoomRepository;
import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

final class StoredMessages implements Messages {

  private final MessageRepository messages;
  private final RoomRepository rooms;
  private final RoomFeed feed;
  private final InstantSource clock;

  StoredMessages(
      MessageRepository messages, RoomRepository rooms, RoomFeed feed, InstantSource clock) {
    this.messages = messages;
    this.rooms = rooms;
    this.feed = feed;
    this.clock = clock;
  }

  @Override
  public Appended send(UserId author, RoomName room, ClientMessageId id, MessageText text) {
    Appended appended =
        messages.append(room, author, id, text, clock.instant().truncatedTo(ChronoUnit.MICROS));
    // A repeated one too: the sender repeats it just because nobody may have heard of it.
    feed.publish(appended.message());
    return appended;
  }

  @Override
  public Page before(UserId reader, RoomName room, long before, int limit) {
    require(before > 0, "before", before, "a number above 0");
    requirePage(limit);
    requireMember(reader, room);
    List<Message> found = messages.before(room, before, limit);
    return new Page(found, !found.isEmpty() && found.getFirst().seq() > 1);
  }

  @Override
  public Page after(UserId reader, RoomName room, long after, int limit) {
    require(after >= 0, "after", after, "a number from 0");
    requirePage(limit);
    requireMember(reader, room);
    List<Message> found = messages.after(room, after, limit + 1);
    return found.size() > limit ? new Page(found.subList(0, limit), true) : new Page(found, false);
  }

  private static void requirePage(int limit) {
    require(
        limit >= 1 && limit <= LONGEST_PAGE, "limit", limit, "a number from 1 to " + LONGEST_PAGE);
  }

  private static void require(boolean met, String field, long value, String expected) {
    if (!met) {
      throw ProblemException.invalidInput(new Violation(field, Long.toString(value), expected));
    }
  }

  private void requireMember(UserId reader, RoomName name) {
    Room room = rooms.find(name, reader).orElseThrow(() -> RoomProblems.noSuchRoom(name));
    if (!room.joined()) {
      throw RoomProblems.notAMember(name);
    }
  }
}
