package dev.vorota.chat.token;

import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import java.time.Instant;

/**
 * What a refresh token says; it serves once.
 *
 * @param expiresAt in whole seconds, as a JWT has it
 */
public record RefreshToken(
    RefreshTokenId id, UserId user, Username username, SessionId session, Instant expiresAt) {}
