package dev.vorota.application.chat.room;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.room.Room;
import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomProblems;
import dev.vorota.chat.room.RoomRepository;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rooms in memory, in the order in which they were opened. */
public final class InMemoryRooms implements RoomRepository {

  private final Map<RoomName, Set<UserId>> rooms = new LinkedHashMap<>();

  @Override
  public List<Room> all(UserId viewer) {
    return rooms.keySet().stream().map(name -> find(name, viewer).orElseThrow()).toList();
  }

  @Override
  public List<Room> joined(UserId member) {
    return all(member).stream().filter(Room::joined).toList();
  }

  @Override
  public Optional<Room> find(RoomName name, UserId viewer) {
    return Optional.ofNullable(rooms.get(name))
        .map(in -> new Room(name, Instant.EPOCH, 0, in.size(), in.contains(viewer)));
  }

  @Override
  public void add(RoomName name, UserId founder, Instant at) {
    if (rooms.containsKey(name)) {
      throw RoomProblems.roomExists(name);
    }
    rooms.put(name, new HashSet<>(Set.of(founder)));
  }

  @Override
  public boolean join(RoomName name, UserId user, Instant at) {
    return members(name).add(user);
  }

  @Override
  public boolean leave(RoomName name, UserId user) {
    return members(name).remove(user);
  }

  private Set<UserId> members(RoomName name) {
    Set<UserId> members = rooms.get(name);
    if (members == null) {
      throw RoomProblems.noSuchRoom(name);
    }
    return members;
  }
}
