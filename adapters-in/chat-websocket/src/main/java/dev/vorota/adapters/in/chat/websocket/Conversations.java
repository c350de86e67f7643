package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.application.chat.room.Membership;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.room.Room;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The conversations that go on in this process, by user. */
@ApplicationScoped
class Conversations implements Membership {

  private static final long CHECK_INTERVAL_MILLIS = 1_000;

  private final ConcurrentHashMap<UserId, Set<Entry>> byUser = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  void start(@Observes StartupEvent event, Vertx vertx) {
    vertx.setPeriodic(CHECK_INTERVAL_MILLIS, _ -> checkAll());
  }

  /** Comes before the server waits for what is under way, which these connections would be. */
  void drain(@Observes ShutdownDelayInitiatedEvent event) {
    stop();
  }

  void stop(@Observes ShutdownEvent event) {
    stop();
  }

  Entry add(UserId user, Conversation conversation, Executor loop) {
    Entry entry = new Entry(user, conversation, loop);
    byUser.compute(
        user,
        (_, present) -> {
          Set<Entry> entries = present == null ? ConcurrentHashMap.newKeySet() : present;
          entries.add(entry);
          return entries;
        });
    if (stopping) {
      entry.tell(Conversations::sayGoodbye);
    }
    return entry;
  }

  void remove(Entry entry) {
    byUser.computeIfPresent(
        entry.user,
        (_, entries) -> {
          entries.remove(entry);
          return entries.isEmpty() ? null : entries;
        });
  }

  /** Has every conversation look after what time brings. */
  void checkAll() {
    all(Conversation::check);
  }

  @Override
  public void joined(UserId user, Room room) {
    of(user, conversation -> conversation.joined(room));
  }

  @Override
  public void left(UserId user, Room room) {
    of(user, conversation -> conversation.left(room.name()));
  }

  private void stop() {
    stopping = true;
    all(Conversations::sayGoodbye);
  }

  private static void sayGoodbye(Conversation conversation) {
    conversation.close(CloseCode.GOING_AWAY, "The server is stopping.");
  }

  private void all(Consumer<Conversation> task) {
    byUser.values().forEach(entries -> entries.forEach(entry -> entry.tell(task)));
  }

  private void of(UserId user, Consumer<Conversation> task) {
    byUser.getOrDefault(user, Set.of()).forEach(entry -> entry.tell(task));
  }

  /** A conversation and where it lives. */
  static final class Entry {

    private final UserId user;
    private final Conversation conversation;
    private final Executor loop;

    private Entry(UserId user, Conversation conversation, Executor loop) {
      this.user = user;
      this.conversation = conversation;
      this.loop = loop;
    }

    private void tell(Consumer<Conversation> task) {
      loop.execute(() -> task.accept(conversation));
    }
  }
}
