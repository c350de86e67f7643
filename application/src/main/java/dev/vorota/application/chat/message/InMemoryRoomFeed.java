package dev.vorota.application.chat.message;

import dev.vorota.chat.message.Message;
import dev.vorota.chat.message.MessageRepository;
import dev.vorota.chat.room.RoomName;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a channel for each room that is followed, and forgets it with the last follower. */
final class InMemoryRoomFeed implements RoomFeed {

  private final ConcurrentHashMap<RoomName, RoomChannel> channels = new ConcurrentHashMap<>();
  private final MessageRepository history;

  InMemoryRoomFeed(MessageRepository history) {
    this.history = history;
  }

  @Override
  public Following follow(RoomName room, Follower follower) {
    RoomChannel.Member member = new RoomChannel.Member(follower);
    channels.compute(
        room,
        (name, open) -> {
          RoomChannel channel = open == null ? new RoomChannel(name, history) : open;
          channel.enter(member);
          return channel;
        });
    return () ->
        channels.computeIfPresent(room, (_, channel) -> channel.leave(member) ? channel : null);
  }

  @Override
  public void publish(Message message) {
    RoomChannel channel = channels.get(message.room());
    if (channel != null) {
      channel.publish(message);
    }
  }
}
