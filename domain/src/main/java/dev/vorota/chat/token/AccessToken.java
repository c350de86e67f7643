package dev.vorota.chat.token;

import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.UserId;
import dev.vorota.chat.account.Username;
import java.time.Instant;

/**
 * What an access token says; it opens everything but a refresh.
 *
 * @param expiresAt in whole seconds, as a JWT has it
 */
public record AccessToken(UserId user, Username username, SessionId session, Instant expiresAt) {}
