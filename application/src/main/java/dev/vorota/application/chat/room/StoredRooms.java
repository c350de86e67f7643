package dev.vorota.application.chat.room;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.room.Room;
import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomProblems;
import dev.vorota.chat.room.RoomRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

final class StoredRooms implements Rooms {

  private static final Comparator<Room> GENERAL_FIRST =
      Comparator.comparing((Room room) -> !room.name().equals(RoomName.GENERAL))
          .thenComparing(room -> room.name().value());

  private final RoomRepository rooms;
  private final Membership membership;
  private final InstantSource clock;

  StoredRooms(RoomRepository rooms, Membership membership, InstantSource clock) {
    this.rooms = rooms;
    this.membership = membership;
    this.clock = clock;
  }

  @Override
  public List<Room> all(UserId user) {
    return rooms.all(user).stream().sorted(GENERAL_FIRST).toList();
  }

  @Override
  public List<Room> joined(UserId user) {
    return rooms.joined(user).stream().sorted(GENERAL_FIRST).toList();
  }

  @Override
  public Room open(UserId founder, RoomName name) {
    rooms.add(name, founder, now());
    Room room = room(name, founder);
    membership.joined(founder, room);
    return room;
  }

  @Override
  public Room join(UserId user, RoomName name) {
    boolean entered = rooms.join(name, user, now());
    Room room = room(name, user);
    if (entered) {
      membership.joined(user, room);
    }
    return room;
  }

  @Override
  public void leave(UserId user, RoomName name) {
    if (rooms.leave(name, user)) {
      membership.left(user, room(name, user));
    }
  }

  private Room room(RoomName name, UserId viewer) {
    return rooms.find(name, viewer).orElseThrow(() -> RoomProblems.noSuchRoom(name));
  }

  /** As precise as storage keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
