package dev.vorota.application.chat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.chat.account.UserId;
import dev.vorota.chat.room.Room;
import dev.vorota.chat.room.RoomName;
import dev.vorota.problem.ProblemException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomsTest {

  private static final UserId ANNA = new UserId(UUID.randomUUID());
  private static final UserId BORIS = new UserId(UUID.randomUUID());
  private static final RoomName CATS = new RoomName("cats");

  private final List<String> changes = new ArrayList<>();
  private final Rooms rooms =
      Rooms.of(new InMemoryRooms(), new RecordedChanges(), InstantSource.system());

  @Test
  void tellsOfEachChangeOnce() {
    rooms.open(ANNA, CATS);
    rooms.join(ANNA, CATS);
    rooms.join(BORIS, CATS);
    rooms.join(BORIS, CATS);
    rooms.leave(ANNA, CATS);
    rooms.leave(ANNA, CATS);

    assertThat(changes)
        .containsExactly(
            ANNA + " joined cats of 1", BORIS + " joined cats of 2", ANNA + " left cats of 1");
  }

  @Test
  void listsGeneralFirst() {
    rooms.open(ANNA, CATS);
    rooms.open(BORIS, RoomName.GENERAL);
    rooms.open(ANNA, new RoomName("books"));
    rooms.join(ANNA, RoomName.GENERAL);

    assertThat(rooms.all(BORIS))
        .extracting(room -> room.name().value())
        .containsExactly("general", "books", "cats");
    assertThat(rooms.joined(ANNA))
        .extracting(room -> room.name().value())
        .containsExactly("general", "books", "cats");
    assertThat(rooms.joined(BORIS)).extracting(Room::name).containsExactly(RoomName.GENERAL);
  }

  @Test
  void tellsNobodyOfWhatFailed() {
    rooms.open(ANNA, CATS);
    changes.clear();

    assertThatThrownBy(() -> rooms.open(BORIS, CATS)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> rooms.join(BORIS, new RoomName("nowhere")))
        .isInstanceOf(ProblemException.class);
    assertThat(changes).isEmpty();
  }

  private final class RecordedChanges implements Membership {

    @Override
    public void joined(UserId user, Room room) {
      changes.add(user + " joined " + room.name() + " of " + room.members());
    }

    @Override
    public void left(UserId user, Room room) {
      changes.add(user + " left " + room.name() + " of " + room.members());
    }
  }
}
