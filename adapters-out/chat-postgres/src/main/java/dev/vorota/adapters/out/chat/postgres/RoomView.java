package dev.vorota.adapters.out.chat.postgres;

import dev.vorota.chat.room.Room;
import dev.vorota.chat.room.RoomName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A room as a query selects it for one viewer. */
@RegisterForReflection // Panache asks for its constructor
record RoomView(String name, Instant createdAt, long lastSeq, int members, boolean joined) {

  Room toRoom() {
    return new Room(new RoomName(name), createdAt, lastSeq, members, joined);
  }
}
