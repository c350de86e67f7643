package dev.vorota.adapters.in.chat.http;

/** A JSON object that a client sends. */
sealed interface RequestBody permits Registration, Credentials, NewRoom {}
