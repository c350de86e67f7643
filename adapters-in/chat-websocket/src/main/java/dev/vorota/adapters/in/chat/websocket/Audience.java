package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.application.chat.message.RoomFeed;
import dev.vorota.application.chat.message.RoomFeed.Following;
import dev.vorota.chat.message.Message;
import dev.vorota.chat.room.RoomName;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The connections that listen to each room. A room is followed once however many listen, so that a
 * message is encoded once.
 */
final class Audience {

  private final RoomFeed feed;
  private final ConcurrentHashMap<RoomName, Hall> halls = new ConcurrentHashMap<>();

  Audience(RoomFeed feed) {
    this.feed = feed;
  }

  /**
   * Listens to a room until {@link Seat#leave()}.
   *
   * @param listener is called from any thread and must not block
   */
  Seat enter(RoomName room, Consumer<Delivery> listener) {
    halls.compute(
        room,
        (name, open) -> {
          Hall hall = open == null ? new Hall(name, feed) : open;
          hall.listeners.add(listener);
          return hall;
        });
    return () -> halls.computeIfPresent(room, (_, hall) -> hall.leave(listener) ? hall : null);
  }

  /** A listener's place in a room. */
  interface Seat {
    void leave();
  }

  private static final class Hall {

    private final Set<Consumer<Delivery>> listeners = ConcurrentHashMap.newKeySet();
    private final Following following;

    Hall(RoomName room, RoomFeed feed) {
      following = feed.follow(room, this::next);
    }

    /** Answers whether anybody is left; stops following otherwise. */
    boolean leave(Consumer<Delivery> listener) {
      listeners.remove(listener);
      if (listeners.isEmpty()) {
        following.close();
        return false;
      }
      return true;
    }

    private void next(Message message) {
      Delivery delivery = Delivery.of(message);
      listeners.forEach(listener -> listener.accept(delivery));
    }
  }
}
