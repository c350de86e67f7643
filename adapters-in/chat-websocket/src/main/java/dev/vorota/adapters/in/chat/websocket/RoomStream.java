package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.application.chat.message.Messages;
import dev.vorota.application.chat.message.Messages.Page;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.message.Message;
import dev.vorota.chat.room.RoomName;
import java.util.Iterator;

/**
 * One room on its way to one client: live messages as they come, and pages read from storage
 * wherever the client is behind. Lives on the connection's event loop.
 */
final class RoomStream {

  private final RoomName room;
  private final UserId reader;
  private final Messages messages;
  private final Desk desk;
  private final Outlet outlet;
  private final int longestReplay;
  private final RoomCursor cursor;
  private boolean reading;
  private boolean ended;

  /**
   * @param told the number of the last message that the client has
   * @param longestReplay how many messages a client may be behind before it gets a gap instead
   */
  RoomStream(
      RoomName room,
      long told,
      UserId reader,
      Messages messages,
      Desk desk,
      Outlet outlet,
      int longestReplay) {
    this.room = room;
    this.reader = reader;
    this.messages = messages;
    this.desk = desk;
    this.outlet = outlet;
    this.longestReplay = longestReplay;
    this.cursor = new RoomCursor(told);
  }

  /** Passes a live message on in its turn. */
  void hear(Delivery delivery) {
    if (ended) {
      return;
    }
    if (cursor.isNext(delivery.seq())) {
      outlet.send(delivery.frame());
    } else {
      catchUp();
    }
  }

  /** Hears that the room has come to that number. */
  void reached(long seq) {
    cursor.reached(seq);
    catchUp();
  }

  /**
   * Begins again after what the client has.
   *
   * @param last the room's last number; a client that claims to have more gets a gap
   */
  void resume(long has, long last) {
    if (has > last) {
      cursor.moveTo(last);
      cursor.level();
      outlet.send(ServerFrames.gap(room, last + 1));
      return;
    }
    cursor.moveTo(has);
    cursor.reached(last);
    catchUp();
  }

  void end() {
    ended = true;
  }

  private void catchUp() {
    if (reading || ended || cursor.behind() == 0) {
      return;
    }
    if (cursor.behind() > longestReplay) {
      outlet.send(ServerFrames.gap(room, cursor.skip()));
      return;
    }
    reading = true;
    long after = cursor.told();
    desk.ask(
        () -> messages.after(reader, room, after, Messages.LONGEST_PAGE),
        page -> pass(page, after),
        this::failed);
  }

  private void pass(Page page, long after) {
    if (page.messages().isEmpty() && cursor.told() == after) {
      cursor.level();
    }
    pass(page.messages().iterator());
  }

  private void pass(Iterator<Message> page) {
    while (page.hasNext() && !ended) {
      if (!outlet.isCalm()) {
        outlet.whenCalm(() -> pass(page));
        return;
      }
      Message message = page.next();
      if (cursor.isNext(message.seq())) {
        outlet.send(ServerFrames.message(message));
      }
    }
    reading = false;
    catchUp();
  }

  private void failed(RuntimeException failure) {
    reading = false;
    if (!ended) {
      outlet.failed(failure);
    }
  }

  /** Where the room's frames go. */
  interface Outlet {

    void send(Frame frame);

    boolean isCalm();

    void whenCalm(Runnable task);

    /** Hears that a page could not be read. */
    void failed(RuntimeException failure);
  }
}
