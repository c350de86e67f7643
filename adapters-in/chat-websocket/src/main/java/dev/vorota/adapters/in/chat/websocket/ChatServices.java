package dev.vorota.adapters.in.chat.websocket;

import dev.vorota.application.chat.account.Accounts;
import dev.vorota.application.chat.message.Messages;
import dev.vorota.application.chat.room.Rooms;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** What all conversations share. */
record ChatServices(
    Accounts accounts,
    Rooms rooms,
    Messages messages,
    Audience audience,
    Limits limits,
    Traffic traffic,
    InstantSource clock,
    LongSupplier nanoTime) {}
