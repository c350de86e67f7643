package dev.vorota.chat.room;

import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import java.util.regex.Pattern;

/** The name of a room: 2 to 32 of {@code a-z 0-9 _ -}, the first of them a letter or digit. */
public record RoomName(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{1,31}");
  private static final String EXPECTED =
      "2 to 32 of a-z, 0-9, '_' and '-', starting with a letter or digit";

  /** The room that is there from the start and that every new user is in. */
  public static final RoomName GENERAL = new RoomName("general");

  /**
   * @throws ProblemException 400 naming the field {@code room} if the form is broken
   */
  public RoomName {
    if (!FORM.matcher(value).matches()) {
      throw ProblemException.invalidInput(new Violation("room", value, EXPECTED));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
