package dev.vorota.chat.account;

/** A user with what the user's password is checked against. */
public record Credentials(User user, PasswordHash hash) {}
