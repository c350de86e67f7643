package dev.vorota.application.chat.message;

import dev.vorota.application.chat.message.RoomFeed.Follower;
import dev.vorota.chat.message.Message;
import dev.vorota.chat.message.MessageRepository;
import dev.vorota.chat.room.RoomName;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One room's followers and the order in which they hear of its messages. */
final class RoomChannel {

  private static final System.Logger LOG = System.getLogger(RoomChannel.class.getName());

  private final RoomName room;
  private final MessageRepository history;
  private final Set<Member> members = ConcurrentHashMap.newKeySet();

  /** Held while members are called, so that none gets a message before the one in front of it. */
  private final ReentrantLock turn = new ReentrantLock();

  private final RoomSequence sequence = new RoomSequence();

  RoomChannel(RoomName room, MessageRepository history) {
    this.room = room;
    this.history = history;
  }

  void enter(Member member) {
    members.add(member);
  }

  /** Answers whether anybody is left. */
  boolean leave(Member member) {
    members.remove(member);
    return !members.isEmpty();
  }

  void publish(Message message) {
    RoomSequence.Gap gap = handOn(List.of(message));
    if (gap != null) {
      handOn(missing(gap));
    }
  }

  /** Answers what is missing still. */
  private RoomSequence.@Nullable Gap handOn(List<Message> messages) {
    turn.lock();
    try {
      for (Message message : messages) {
        for (Message due : sequence.offer(message)) {
          members.forEach(member -> hand(due, member));
        }
      }
      return sequence.gap();
    } finally {
      turn.unlock();
    }
  }

  /**
   * A room's numbers are committed in order, so whatever is numbered below a published message can
   * be read. Its sender may be about to publish it, or may have died before it could.
   */
  private List<Message> missing(RoomSequence.Gap gap) {
    try {
      return history.after(room, gap.after(), gap.length());
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          () -> "Can't read messages of " + room + " after " + gap.after() + "; next send retries.",
          e);
      return List.of();
    }
  }

  private void hand(Message message, Member member) {
    try {
      member.follower.next(message);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, () -> "A follower of " + room + " failed at " + message.seq() + ".", e);
    }
  }

  /** One tie of a follower: by identity, because the same follower may follow twice. */
  static final class Member {

    private final Follower follower;

    Member(Follower follower) {
      this.follower = follower;
    }
  }
}
