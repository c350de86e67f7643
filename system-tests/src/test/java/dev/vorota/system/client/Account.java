package dev.vorota.system.client;

/** A user who is logged in. */
public record Account(String username, String accessToken, String refreshToken) {}
