package dev.vorota.application.chat.room;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.room.Room;
import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomRepository;
import java.time.InstantSource;
import java.util.List;

/** The rooms as one user sees them. */
public interface Rooms {

  /**
   * @param membership hears of every change
   */
  static Rooms of(RoomRepository rooms, Membership membership, InstantSource clock) {
    return new StoredRooms(rooms, membership, clock);
  }

  /** Every room by name, {@code general} first. */
  List<Room> all(UserId user);

  /** The rooms that the user is in. */
  List<Room> joined(UserId user);

  /**
   * Opens a room with its founder in it.
   *
   * @throws dev.vorota.problem.ProblemException 409 {@code room-exists}
   */
  Room open(UserId founder, RoomName name);

  /**
   * Lets a user in; does nothing where the user is in it.
   *
   * @throws dev.vorota.problem.ProblemException 404 {@code no-such-room}
   */
  Room join(UserId user, RoomName name);

  /**
   * Lets a user out; does nothing where the user is not in it.
   *
   * @throws dev.vorota.problem.ProblemException 404 {@code no-such-room}
   */
  void leave(UserId user, RoomName name);
}
