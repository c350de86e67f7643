package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.adapters.in.chat.websocket.Audience.Seat;
import dev.vorota.chat.account.User;
import dev.vorota.chat.message.MessageRepository.Appended;
import dev.vorota.chat.room.Room;
import dev.vorota.chat.room.RoomName;
import dev.vorota.chat.room.RoomProblems;
import dev.vorota.chat.token.AccessToken;
import dev.vorota.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said on one connection, from the greeting to the end. It lives on the connection's event
 * loop: no method may be called from elsewhere.
 */
final class Conversation implements RoomStream.Outlet, Inbox.Complaints {

  private final AccessToken token;
  private final ChatServices chat;
  private final Desk desk;
  private final Wire wire;
  private final Outbox outbox;
  private final Inbox inbox;
  private final Vigil vigil;
  private final Map<RoomName, Presence> rooms = new HashMap<>();
  private final List<Runnable> untilGreeted = new ArrayList<>();
  private boolean greeted;
  private boolean over;

  Conversation(AccessToken token, ChatServices chat, Desk desk, Wire wire) {
    this.token = token;
    this.chat = chat;
    this.desk = desk;
    this.wire = wire;
    Limits limits = chat.limits();
    this.outbox =
        new Outbox(wire, limits.mostFramesUnderWay(), limits.mostBytesUnderWay(), chat.nanoTime());
    this.inbox = new Inbox(limits, chat.nanoTime(), this, this::serve);
    this.vigil =
        new Vigil(
            limits.pingInterval(),
            limits.longestSilence(),
            limits.longestStall(),
            token.expiresAt(),
            chat.nanoTime());
  }

  /** Greets the client, and lets it hear of everything that comes after the greeting. */
  void open() {
    desk.ask(
        () -> new Opening(chat.accounts().user(token.user()), chat.rooms().joined(token.user())),
        this::greet,
        this::failed);
  }

  void receive(String text) {
    if (over) {
      return;
    }
    chat.traffic().received();
    vigil.heard();
    inbox.receive(text);
  }

  /** Hears a sign of life. */
  void heard() {
    vigil.heard();
  }

  /** Hears that the user has entered a room, in whatever session. */
  void joined(Room room) {
    onceGreeted(
        () -> {
          if (!rooms.containsKey(room.name())) {
            send(ServerFrames.joined(room));
            enter(room);
            level();
          }
        });
  }

  /** Hears that the user has left a room, in whatever session. */
  void left(RoomName room) {
    onceGreeted(
        () -> {
          Presence presence = rooms.remove(room);
          if (presence != null) {
            presence.end();
            send(ServerFrames.left(room));
          }
        });
  }

  /** Looks after what time brings; to be called about once a second. */
  void check() {
    if (over) {
      return;
    }
    switch (vigil.look(chat.clock().instant(), outbox.stalledFor())) {
      case FINE -> {}
      case PING_DUE -> wire.ping();
      case TOKEN_EXPIRED -> close(CloseCode.TOKEN_EXPIRED, "The access token has expired.");
      case SILENT -> close(CloseCode.READER_TOO_SLOW, "No sign of life.");
      case STALLED -> close(CloseCode.READER_TOO_SLOW, "Nothing is read.");
    }
  }

  void close(CloseCode code, String reason) {
    if (!over) {
      ended();
      chat.traffic().closed(code);
      wire.close(code, reason);
    }
  }

  /** Hears that the connection is gone. */
  void ended() {
    over = true;
    rooms.values().forEach(Presence::end);
    rooms.clear();
    untilGreeted.clear();
  }

  @Override
  public void send(Frame frame) {
    if (over) {
      return;
    }
    if (outbox.send(frame)) {
      chat.traffic().sent();
    } else {
      close(CloseCode.READER_TOO_SLOW, "Too much is waiting to be read.");
    }
  }

  @Override
  public boolean isCalm() {
    return outbox.isCalm();
  }

  @Override
  public void whenCalm(Runnable task) {
    outbox.whenCalm(task);
  }

  @Override
  public void refused(@Nullable String id, Problem problem) {
    chat.traffic().refused(problem);
    send(ServerFrames.error(id, problem));
  }

  @Override
  public void fatal(CloseCode code, Problem problem) {
    refused(null, problem);
    close(code, problem.title() + ".");
  }

  /** Without storage the order can't be kept; the client comes back and resumes. */
  @Override
  public void failed(RuntimeException failure) {
    if (!over) {
      fatal(CloseCode.TRY_AGAIN_LATER, FailureReport.problem(failure));
    }
  }

  private void greet(Opening opening) {
    if (over) {
      return;
    }
    send(ServerFrames.hello(opening.user(), token.session(), opening.rooms()));
    opening.rooms().forEach(this::enter);
    level();
    greeted = true;
    untilGreeted.forEach(Runnable::run);
    untilGreeted.clear();
    inbox.next();
  }

  private void onceGreeted(Runnable task) {
    if (over) {
      return;
    }
    if (greeted) {
      task.run();
    } else {
      untilGreeted.add(task);
    }
  }

  private void enter(Room room) {
    RoomStream stream =
        new RoomStream(
            room.name(),
            room.lastSeq(),
            token.user(),
            chat.messages(),
            desk,
            this,
            chat.limits().longestReplay());
    Seat seat =
        chat.audience()
            .enter(room.name(), delivery -> desk.loop().execute(() -> stream.hear(delivery)));
    rooms.put(room.name(), new Presence(stream, seat));
  }

  /** Finds what was said after a room's last number was read and before it was followed. */
  private void level() {
    desk.ask(
        () -> chat.rooms().joined(token.user()),
        joined -> {
          for (Room room : joined) {
            Presence presence = rooms.get(room.name());
            if (presence != null) {
              presence.stream().reached(room.lastSeq());
            }
          }
        },
        this::failed);
  }

  private void serve(ClientFrame frame) {
    switch (frame) {
      case ClientFrame.Send send -> store(send);
      case ClientFrame.Resume resume -> resume(resume);
      case ClientFrame.Ping _ -> {
        send(ServerFrames.pong());
        inbox.next();
      }
    }
  }

  private void store(ClientFrame.Send send) {
    desk.ask(
        () -> chat.messages().send(token.user(), send.room(), send.id(), send.text()),
        (Appended appended) -> {
          chat.traffic().stored();
          send(ServerFrames.ack(appended.message()));
          inbox.next();
        },
        failure -> {
          refused(send.id().value(), FailureReport.problem(failure));
          inbox.next();
        });
  }

  private void resume(ClientFrame.Resume resume) {
    desk.ask(
        () -> chat.rooms().joined(token.user()),
        joined -> {
          Map<RoomName, Long> last = new HashMap<>();
          joined.forEach(room -> last.put(room.name(), room.lastSeq()));
          resume.rooms().forEach((room, has) -> resume(room, has, last.get(room)));
          inbox.next();
        },
        this::failed);
  }

  private void resume(RoomName room, long has, @Nullable Long last) {
    Presence presence = rooms.get(room);
    if (presence == null || last == null) {
      refused(null, RoomProblems.notAMember(room).problem());
    } else {
      presence.stream().resume(has, last);
    }
  }

  private record Opening(User user, List<Room> rooms) {}

  private record Presence(RoomStream stream, Seat seat) {

    void end() {
      stream.end();
      seat.leave();
    }
  }
}
