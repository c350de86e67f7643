package dev.vorota.chat.message;

import dev.vorota.chat.account.User;
import dev.vorota.chat.room.RoomName;
import java.time.Instant;

/**
 * A message that is stored.
 *
 * @param seq its number in the room; the first is 1 and there are no gaps
 * @param id what the sender's client called it
 * @param at when it was stored
 */
public record Message(
    RoomName room, long seq, ClientMessageId id, User from, MessageText text, Instant at) {}
