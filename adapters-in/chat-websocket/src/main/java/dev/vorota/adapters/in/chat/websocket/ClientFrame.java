package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.chat.message.ClientMessageId;
import dev.vorota.chat.message.MessageText;
import dev.vorota.chat.room.RoomName;
import java.util.Map;

/** What a client asks for. */
sealed interface ClientFrame {

  /** Store a message and hand it on. */
  record Send(ClientMessageId id, RoomName room, MessageText text) implements ClientFrame {}

  /**
   * Deliver what came after what the client has.
   *
   * @param rooms the last number that the client has of each room
   */
  record Resume(Map<RoomName, Long> rooms) implements ClientFrame {

    public Resume {
      rooms = Map.copyOf(rooms);
    }
  }

  /** Give a sign of life. */
  record Ping() implements ClientFrame {}
}
