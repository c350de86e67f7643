package dev.vorota.chat.room;

import dev.vorota.chat.account.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps rooms and who is in them. Every method blocks and throws an unchecked exception when
 * storage fails.
 */
public interface RoomRepository {

  /** Every room, by name, as the viewer sees it. */
  List<Room> all(UserId viewer);

  /** The rooms that the member is in, by name. */
  List<Room> joined(UserId member);

  /** The room as the viewer sees it. */
  Optional<Room> find(RoomName name, UserId viewer);

  /**
   * Adds a room with its founder in it.
   *
   * @throws dev.vorota.problem.ProblemException 409 {@code room-exists}
   */
  void add(RoomName name, UserId founder, Instant at);

  /**
   * Lets a user in.
   *
   * @return false where the user was in it already
   * @throws dev.vorota.problem.ProblemException 404 {@code no-such-room}
   */
  boolean join(RoomName name, UserId user, Instant at);

  /**
   * Lets a user out.
   *
   * @return false where the user was not in it
   * @throws dev.vorota.problem.ProblemException 404 {@code no-such-room}
   */
  boolean leave(RoomName name, UserId user);
}
