package dev.vorota.chat.room;

import java.time.Instant;

/**
 * A place to talk in.
 *
 * @param lastSeq the number of the room's newest message, 0 where there is none yet
 * @param members how many users are in it
 * @param joined whether the user who asked is in it
 */
public record Room(RoomName name, Instant createdAt, long lastSeq, int members, boolean joined) {}
