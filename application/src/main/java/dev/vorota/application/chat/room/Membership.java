package dev.vorota.application.chat.room;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.room.Room;

/** Hears of users who enter and leave rooms, after it is stored. */
public interface Membership {

  void joined(UserId user, Room room);

  void left(UserId user, Room room);
}
