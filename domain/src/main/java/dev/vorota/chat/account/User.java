package dev.vorota.chat.account;

import dev.vorota.chat.avatar.AvatarVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone who has an account.
 *
 * @param avatar which picture is shown for the user, or null where there is none
 */
public record User(
    UserId id,
    Username username,
    DisplayName displayName,
    @Nullable AvatarVersion avatar,
    Instant createdAt) {}
