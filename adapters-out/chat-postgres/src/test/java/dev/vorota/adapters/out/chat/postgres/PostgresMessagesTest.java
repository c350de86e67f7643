package dev.vorota.adapters.out.chat.postgres;

import static dev.vorota.adapters.out.chat.postgres.Chat.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.chat.account.User;
import dev.vorota.chat.message.ClientMessageId;
import dev.vorota.chat.message.Message;
import dev.vorota.chat.message.MessageRepository;
import dev.vorota.chat.message.MessageRepository.Appended;
import dev.vorota.chat.message.MessageText;
import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomRepository;
import dev.vorota.problem.ProblemException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class PostgresMessagesTest {

  @Inject MessageRepository messages;
  @Inject RoomRepository rooms;
  @Inject Chat chat;

  private User author;
  private RoomName room;

  @BeforeEach
  void openRoom() {
    author = chat.user();
    room = chat.room(author);
  }

  @Test
  void storesMessageAsItWasSent() {
    Appended appended =
        messages.append(
            room, author.id(), new ClientMessageId("a-1"), new MessageText("Привет\n🐈"), NOW);

    assertThat(appended.repeated()).isFalse();
    assertThat(appended.message())
        .isEqualTo(
            new Message(
                room, 1, new ClientMessageId("a-1"), author, new MessageText("Привет\n🐈"), NOW));
    assertThat(messages.after(room, 0, 10)).containsExactly(appended.message());
    assertThat(rooms.find(room, author.id()).orElseThrow().lastSeq()).isEqualTo(1);
  }

  @Test
  void numbersMessagesOfManyThreadsWithoutGaps() throws InterruptedException, ExecutionException {
    int threads = 16;
    int each = 10;
    int sent = threads * each;
    Together.run(
        threads,
        thread -> {
          for (int i = 0; i < each; i++) {
            append(author, thread + "-" + i);
          }
          return thread;
        });

    List<Message> all = messages.after(room, 0, sent + 1);

    assertThat(all)
        .extracting(Message::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, sent).boxed().toList());
    assertThat(all).extracting(Message::id).doesNotHaveDuplicates();
  }

  @Test
  void storesMessageThatManyThreadsSendOnce() throws InterruptedException, ExecutionException {
    List<Appended> outcomes = Together.run(8, _ -> append(author, "same"));

    assertThat(outcomes).filteredOn(appended -> !appended.repeated()).hasSize(1);
    assertThat(outcomes).extracting(appended -> appended.message().seq()).containsOnly(1L);
    assertThat(messages.after(room, 0, 10)).hasSize(1);
    assertThat(append(author, "next").message().seq()).isEqualTo(2);
  }

  @Test
  void keepsTheSameIdOfTwoAuthorsApart() {
    User other = chat.user();
    rooms.join(room, other.id(), NOW);

    assertThat(append(author, "1").message().seq()).isEqualTo(1);
    assertThat(append(other, "1").message().seq()).isEqualTo(2);
  }

  @Test
  void pagesBothWaysInAscendingOrder() {
    LongStream.rangeClosed(1, 7).forEach(i -> append(author, "m" + i));

    assertThat(messages.before(room, Long.MAX_VALUE, 3))
        .extracting(Message::seq)
        .containsExactly(5L, 6L, 7L);
    assertThat(messages.before(room, 5, 3)).extracting(Message::seq).containsExactly(2L, 3L, 4L);
    assertThat(messages.before(room, 1, 3)).isEmpty();
    assertThat(messages.after(room, 0, 3)).extracting(Message::seq).containsExactly(1L, 2L, 3L);
    assertThat(messages.after(room, 6, 3)).extracting(Message::seq).containsExactly(7L);
    assertThat(messages.after(room, 7, 3)).isEmpty();
  }

  @Test
  void refusesAuthorWhoIsNotInTheRoom() {
    assertThatThrownBy(() -> append(chat.user(), "1"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo("not-a-member"));
    assertThat(append(author, "1").message().seq()).isEqualTo(1);
  }

  @Test
  void refusesRoomThatDoesNotExist() {
    room = new RoomName("nowhere");
    assertThatThrownBy(() -> append(author, "1"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo("no-such-room"));
  }

  private Appended append(User user, String id) {
    return messages.append(room, user.id(), new ClientMessageId(id), new MessageText("текст"), NOW);
  }
}
