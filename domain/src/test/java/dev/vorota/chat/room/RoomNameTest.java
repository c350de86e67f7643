package dev.vorota.chat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest {

  @Test
  void knowsTheRoomThatIsThereFromTheStart() {
    assertThat(RoomName.GENERAL).isEqualTo(new RoomName("general"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "a_b-c", "0day", "abcdefghijklmnopqrstuvwxyz012345"})
  void takesName(String name) {
    assertThat(new RoomName(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "-a", "a.b", "a/b", "A1", "a b", "ab\n", "комната"})
  void refusesName(String name) {
    assertThatThrownBy(() -> new RoomName(name))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "room must be 2 to 32 of a-z, 0-9, '_' and '-', starting with a letter or digit.");
  }
}
