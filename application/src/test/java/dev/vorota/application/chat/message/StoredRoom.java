package dev.vorota.application.chat.message;

import dev.vorota.chat.account.DisplayName;
import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.message.ClientMessageId;
import dev.vorota.chat.message.Message;
import dev.vorota.chat.message.MessageRepository;
import dev.vorota.chat.message.MessageText;
import dev.vorota.chat.room.RoomName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One room's messages in memory: a storage that can be away. */
final class StoredRoom implements MessageRepository {

  static final RoomName ROOM = RoomName.GENERAL;
  static final User ANNA =
      new User(
          new UserId(UUID.fromString("00000000-0000-4000-8000-00000000000a")),
          new Username("anna"),
          new DisplayName("Анна"),
          null,
          Instant.EPOCH);

  private final List<Message> messages = new ArrayList<>();
  private boolean away;

  static Message message(long seq) {
    return new Message(
        ROOM, seq, new ClientMessageId("m" + seq), ANNA, new MessageText("текст"), Instant.EPOCH);
  }

  /** Stores as many messages as it takes for that number to be the newest. */
  synchronized void fillTo(long seq) {
    while (messages.size() < seq) {
      messages.add(message(messages.size() + 1));
    }
  }

  synchronized void setAway(boolean away) {
    this.away = away;
  }

  @Override
  public synchronized Appended append(
      RoomName room, UserId author, ClientMessageId id, MessageText text, Instant at) {
    for (Message stored : messages) {
      if (stored.id().equals(id)) {
        return new Appended(stored, true);
      }
    }
    Message message = new Message(room, messages.size() + 1, id, ANNA, text, at);
    messages.add(message);
    return new Appended(message, false);
  }

  @Override
  public synchronized List<Message> before(RoomName room, long seq, int limit) {
    List<Message> older = messages.stream().filter(message -> message.seq() < seq).toList();
    return older.subList(Math.max(0, older.size() - limit), older.size());
  }

  @Override
  public synchronized List<Message> after(RoomName room, long seq, int limit) {
    if (away) {
      throw new IllegalStateException("away");
    }
    return messages.stream().filter(message -> message.seq() > seq).limit(limit).toList();
  }
}
