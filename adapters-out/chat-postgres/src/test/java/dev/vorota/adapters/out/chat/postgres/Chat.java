package dev.vorota.adapters.out.chat.postgres;

import dev.vorota.chat.account.DisplayName;
import dev.vorota.chat.account.PasswordHash;
import dev.vorota.chat.account.User;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.UserRepository;
import dev.vorota.chat.account.Username;
import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomRepository;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Brings in users and rooms that no other test has. */
@Singleton
class Chat {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");

  private final UserRepository users;
  private final RoomRepository rooms;

  @Inject
  Chat(UserRepository users, RoomRepository rooms) {
    this.users = users;
    this.rooms = rooms;
  }

  static User stranger() {
    UUID id = UUID.randomUUID();
    return new User(
        new UserId(id),
        new Username("u" + id.toString().substring(0, 8)),
        new DisplayName("Кот Шрёдингера"),
        null,
        NOW);
  }

  User user() {
    User user = stranger();
    users.add(user, new PasswordHash("$argon2id$…"));
    return user;
  }

  RoomName room(User founder) {
    RoomName name = new RoomName("r" + UUID.randomUUID().toString().substring(0, 8));
    rooms.add(name, founder.id(), NOW);
    return name;
  }
}
