package dev.vorota.application.chat.message;

import static dev.vorota.application.chat.message.StoredRoom.ROOM;
import static dev.vorota.application.chat.message.StoredRoom.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.application.chat.message.RoomFeed.Following;
import dev.vorota.chat.room.RoomName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoomFeedTest {

  private final StoredRoom stored = new StoredRoom();
  private final RoomFeed feed = RoomFeed.inMemory(stored);
  private final List<Long> heard = Collections.synchronizedList(new ArrayList<>());

  @Test
  void handsOnInOrderWhateverTheOrderOfPublishing() {
    follow();
    publish(1, 3);
    assertThat(heard).containsExactly(1L);

    publish(2, 2, 1, 4);
    assertThat(heard).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void readsWhatWasStoredButNeverPublished() {
    follow();
    publish(1);
    stored.fillTo(5);

    publish(5);
    assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L);

    publish(3);
    assertThat(heard).hasSize(5);
  }

  @Test
  void triesAgainWithTheNextMessageWhereStorageIsAway() {
    follow();
    publish(1);
    stored.fillTo(4);
    stored.setAway(true);
    publish(3);
    assertThat(heard).containsExactly(1L);

    stored.setAway(false);
    publish(4);
    assertThat(heard).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void passesOverWhatIsTooMuchToRead() {
    follow();
    publish(1);
    stored.fillTo(1_000);

    publish(1_000);
    assertThat(heard).containsExactly(1L, 1_000L);
  }

  @Test
  void disturbsNobodyWhereOneFollowerFails() {
    feed.follow(
        ROOM,
        message -> {
          throw new IllegalStateException("broken follower");
        });
    follow();

    publish(1, 2);
    assertThat(heard).containsExactly(1L, 2L);
  }

  @Test
  void endsWithTheFollowing() {
    Following first = follow();
    Following second = follow();
    publish(1);
    assertThat(heard).containsExactly(1L, 1L);

    first.close();
    first.close();
    publish(2);
    assertThat(heard).containsExactly(1L, 1L, 2L);

    second.close();
    publish(3);
    assertThat(heard).hasSize(3);
  }

  @Test
  void keepsRoomsApart() {
    feed.follow(new RoomName("elsewhere"), message -> heard.add(message.seq()));
    publish(1);
    assertThat(heard).isEmpty();
  }

  @Test
  void keepsTheOrderUnderManyPublishers() throws InterruptedException, ExecutionException {
    int count = 2_000;
    stored.fillTo(count);
    follow();
    publish(1);
    try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
      List<Future<?>> publishing = new ArrayList<>();
      LongStream.rangeClosed(2, count)
          .forEach(seq -> publishing.add(executor.submit(() -> publish(seq))));
      for (Future<?> future : publishing) {
        future.get();
      }
    }
    assertThat(heard).containsExactlyElementsOf(LongStream.rangeClosed(1, count).boxed().toList());
  }

  private Following follow() {
    return feed.follow(ROOM, message -> heard.add(message.seq()));
  }

  private void publish(long... seqs) {
    for (long seq : seqs) {
      feed.publish(message(seq));
    }
  }
}
