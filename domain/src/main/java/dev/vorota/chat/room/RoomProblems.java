package dev.vorota.chat.room;

import dev.vorota.problem.Problem;
import dev.vorota.problem.ProblemException;

/** The problems that rooms can have. */
public final class RoomProblems {

  private RoomProblems() {}

  public static ProblemException noSuchRoom(RoomName room) {
    return new ProblemException(
        Problem.of("no-such-room", 404, "No such room", "There is no room " + room + "."));
  }

  public static ProblemException roomExists(RoomName room) {
    return new ProblemException(
        Problem.of(
            "room-exists",
            409,
            "The room exists",
            "There is a room " + room + " already; join it or choose another name."));
  }

  public static ProblemException notAMember(RoomName room) {
    return new ProblemException(
        Problem.of(
            "not-a-member",
            403,
            "Not a member of the room",
            "Only members of the room " + room + " may do this; join it first."));
  }
}
