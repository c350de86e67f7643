package dev.vorota.adapters.out.chat.postgres;

import static dev.vorota.adapters.out.chat.postgres.Chat.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.chat.account.User;
import dev.vorota.chat.room.Room;
import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomRepository;
import dev.vorota.problem.ProblemException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresRoomsTest {

  @Inject RoomRepository rooms;
  @Inject Chat chat;

  @Test
  void hasGeneralFromTheStart() {
    assertThat(rooms.find(RoomName.GENERAL, Chat.stranger().id())).isPresent();
  }

  @Test
  void opensRoomWithItsFounderInIt() {
    User founder = chat.user();
    User other = chat.user();
    RoomName name = chat.room(founder);

    assertThat(rooms.find(name, founder.id())).contains(new Room(name, NOW, 0, 1, true));
    assertThat(rooms.find(name, other.id())).contains(new Room(name, NOW, 0, 1, false));
    assertThat(rooms.all(other.id())).contains(new Room(name, NOW, 0, 1, false));
    assertThat(rooms.joined(other.id())).extracting(Room::name).doesNotContain(name);
    assertThat(rooms.joined(founder.id())).extracting(Room::name).contains(name);
  }

  @Test
  void refusesNameThatIsTaken() {
    User founder = chat.user();
    RoomName name = chat.room(founder);

    assertThatThrownBy(() -> rooms.add(name, founder.id(), NOW))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo("room-exists"));
  }

  @Test
  void countsUserWhoEntersManyTimesAtOnceOnce() throws InterruptedException, ExecutionException {
    RoomName name = chat.room(chat.user());
    User user = chat.user();

    List<Boolean> entered = Together.run(8, _ -> rooms.join(name, user.id(), NOW));

    assertThat(Collections.frequency(entered, true)).isEqualTo(1);
    assertThat(rooms.find(name, user.id())).contains(new Room(name, NOW, 0, 2, true));
  }

  @Test
  void letsMembersLeave() {
    RoomName name = chat.room(chat.user());
    User user = chat.user();
    rooms.join(name, user.id(), NOW);

    assertThat(rooms.leave(name, user.id())).isTrue();
    assertThat(rooms.leave(name, user.id())).isFalse();
    assertThat(rooms.find(name, user.id())).contains(new Room(name, NOW, 0, 1, false));
  }

  @Test
  void tellsThatRoomDoesNotExist() {
    User user = chat.user();
    RoomName nowhere = new RoomName("nowhere");

    assertThat(rooms.find(nowhere, user.id())).isEmpty();
    for (Runnable attempt :
        List.<Runnable>of(
            () -> rooms.join(nowhere, user.id(), NOW), () -> rooms.leave(nowhere, user.id()))) {
      assertThatThrownBy(attempt::run)
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().kind()).isEqualTo("no-such-room"));
    }
  }
}
