package dev.vorota.chat.account;

import java.time.Instant;

/**
 * One login. All refresh tokens that descend from it are one family: when one is shown that another
 * has replaced, somebody else holds a copy, and the whole family ends (RFC 9700, section 4.14.2).
 *
 * @param expiresAt when it ends by itself unless it is refreshed
 */
public record Session(SessionId id, UserId user, Instant startedAt, Instant expiresAt) {}
