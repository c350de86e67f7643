package dev.vorota.application.chat.message;

import static dev.vorota.application.chat.message.StoredRoom.ANNA;
import static dev.vorota.application.chat.message.StoredRoom.ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.application.chat.message.Messages.Page;
import dev.vorota.application.chat.room.InMemoryRooms;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.message.ClientMessageId;
import dev.vorota.chat.message.Message;
import dev.vorota.chat.message.MessageRepository.Appended;
import dev.vorota.chat.message.MessageText;
import dev.vorota.chat.room.RoomName;
import dev.vorota.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456789Z");

  private final StoredRoom stored = new StoredRoom();
  private final InMemoryRooms rooms = new InMemoryRooms();
  private final RoomFeed feed = RoomFeed.inMemory(stored);
  private final Messages messages = Messages.of(stored, rooms, feed, InstantSource.fixed(NOW));

  @BeforeEach
  void openRoom() {
    rooms.add(ROOM, ANNA.id(), NOW);
  }

  @Test
  void storesThenHandsOnEachMessageOnce() {
    List<Message> heard = new ArrayList<>();
    feed.follow(ROOM, heard::add);

    Appended first = send("a");
    Appended again = send("a");
    Appended second = send("b");

    assertThat(again.message()).isEqualTo(first.message());
    assertThat(again.repeated()).isTrue();
    assertThat(heard).containsExactly(first.message(), second.message());
    assertThat(first.message().at()).isEqualTo("2026-03-01T10:00:00.123456Z");
  }

  @Test
  void handsOnTheRepeatedMessageThatNobodyHeardOf() {
    send("a");
    List<Long> heard = new ArrayList<>();
    feed.follow(ROOM, message -> heard.add(message.seq()));
    stored.append(ROOM, ANNA.id(), new ClientMessageId("b"), new MessageText("b"), NOW);

    send("b");
    assertThat(heard).containsExactly(2L);
  }

  @Test
  void tellsWhetherThereIsMore() {
    stored.fillTo(5);

    assertPage(messages.before(ANNA.id(), ROOM, Long.MAX_VALUE, 3), true, 3, 4, 5);
    assertPage(messages.before(ANNA.id(), ROOM, 3, 3), false, 1, 2);
    assertPage(messages.before(ANNA.id(), ROOM, 1, 3), false);
    assertPage(messages.after(ANNA.id(), ROOM, 0, 3), true, 1, 2, 3);
    assertPage(messages.after(ANNA.id(), ROOM, 2, 3), false, 3, 4, 5);
    assertPage(messages.after(ANNA.id(), ROOM, 5, 3), false);
  }

  @Test
  void letsMembersReadOnly() {
    UserId stranger = new UserId(UUID.randomUUID());

    assertRefused("not-a-member", () -> messages.before(stranger, ROOM, 1, 1));
    assertRefused("not-a-member", () -> messages.after(stranger, ROOM, 0, 1));
    assertRefused("no-such-room", () -> messages.after(ANNA.id(), new RoomName("nowhere"), 0, 1));
  }

  @Test
  void refusesNumbersOutOfTheirRange() {
    assertRefused("invalid-input", () -> messages.before(ANNA.id(), ROOM, 0, 1));
    assertRefused("invalid-input", () -> messages.after(ANNA.id(), ROOM, -1, 1));
    assertRefused("invalid-input", () -> messages.before(ANNA.id(), ROOM, 1, 0));
    assertRefused("invalid-input", () -> messages.after(ANNA.id(), ROOM, 0, 101));
  }

  private Appended send(String id) {
    return messages.send(ANNA.id(), ROOM, new ClientMessageId(id), new MessageText("текст"));
  }

  private static void assertPage(Page page, boolean more, long... seqs) {
    assertThat(page.messages().stream().mapToLong(Message::seq).toArray()).isEqualTo(seqs);
    assertThat(page.more()).isEqualTo(more);
  }

  private static void assertRefused(String kind, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(kind));
  }
}
