package dev.vorota.adapters.in.chat.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vorota.chat.room.Room;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room as the caller sees it. */
@Schema(name = "Room")
record RoomBody(
    @Schema(required = true, examples = "general") String name,
    @JsonProperty("created_at") @Schema(required = true) Instant createdAt,
    @JsonProperty("last_seq")
        @Schema(
            required = true,
            examples = "57",
            description = "The number of the newest message; 0 where there is none yet.")
        long lastSeq,
    @Schema(required = true, examples = "12", description = "How many users are in it.")
        int members,
    @Schema(required = true, description = "Whether the caller is in it.") boolean joined) {

  static RoomBody of(Room room) {
    return new RoomBody(
        room.name().value(), room.createdAt(), room.lastSeq(), room.members(), room.joined());
  }

  /** Every room. */
  @Schema(name = "Rooms")
  record All(@Schema(required = true) List<RoomBody> rooms) {

    static All of(List<Room> rooms) {
      return new All(rooms.stream().map(RoomBody::of).toList());
    }
  }
}
