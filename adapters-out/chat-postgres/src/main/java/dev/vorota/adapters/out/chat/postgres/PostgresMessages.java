package dev.vorota.adapters.out.chat.postgres;

import static dev.vorota.adapters.out.chat.postgres.Storage.inTransaction;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.message.ClientMessageId;
import dev.vorota.chat.message.Message;
import dev.vorota.chat.message.MessageRepository;
import dev.vorota.chat.message.MessageText;
import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomProblems;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class PostgresMessages implements MessageRepository {

  private static final String IN_ROOM =
      """
      from MessageEntity m join fetch m.author
      where m.key.roomId = (select r.id from RoomEntity r where r.name = ?1)
      """;

  @Override
  public Appended append(
      RoomName room, UserId author, ClientMessageId id, MessageText text, Instant at) {
    return inTransaction(
        () -> {
          // Looked up before the lock, which others wait for.
          Optional<UserEntity> member = member(room, author);
          RoomEntity locked = RoomEntity.locked(room);
          UserEntity user = member.orElseThrow(() -> RoomProblems.notAMember(room));
          Optional<MessageEntity> stored = stored(locked, author, id);
          return new Appended(
              stored.orElseGet(() -> next(locked, user, id, text, at)).toMessage(room),
              stored.isPresent());
        });
  }

  @Override
  public List<Message> before(RoomName room, long seq, int limit) {
    return inTransaction(
        () ->
            page(IN_ROOM + " and m.key.seq < ?2 order by m.key.seq desc", room, seq, limit)
                .reversed());
  }

  @Override
  public List<Message> after(RoomName room, long seq, int limit) {
    return inTransaction(
        () -> page(IN_ROOM + " and m.key.seq > ?2 order by m.key.seq", room, seq, limit));
  }

  private static Optional<UserEntity> member(RoomName room, UserId user) {
    return UserEntity.find(
            """
            select u from UserEntity u
            join MemberEntity m on m.key.userId = u.id
            join RoomEntity r on r.id = m.key.roomId
            where u.id = ?1 and r.name = ?2
            """,
            user.value(),
            room.value())
        .firstResultOptional();
  }

  private static Optional<MessageEntity> stored(
      RoomEntity room, UserId author, ClientMessageId id) {
    return MessageEntity.find(
            "key.roomId = ?1 and author.id = ?2 and clientId = ?3",
            room.id,
            author.value(),
            id.value())
        .firstResultOptional();
  }

  private static MessageEntity next(
      RoomEntity room, UserEntity author, ClientMessageId id, MessageText text, Instant at) {
    room.lastSeq++;
    MessageEntity message = new MessageEntity();
    message.key = new MessageEntity.Key(room.id, room.lastSeq);
    message.author = author;
    message.clientId = id.value();
    message.text = text.value();
    message.at = at;
    message.persist();
    return message;
  }

  private static List<Message> page(String query, RoomName room, long seq, int limit) {
    return MessageEntity.<MessageEntity>find(query, room.value(), seq).page(0, limit).stream()
        .map(message -> message.toMessage(room))
        .toList();
  }
}
