package dev.vorota.adapters.in.chat.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vorota.chat.account.User;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user as others see them. */
@Schema(name = "User")
record UserBody(
    @Schema(required = true, examples = "ada") String username,
    @JsonProperty("display_name") @Schema(required = true, examples = "Ada Lovelace")
        String displayName,
    @Schema(
            pattern = "[0-9a-f]{16}",
            nullable = true,
            examples = "9f86d081884c7d65",
            description = "Which picture is shown; it changes when the picture does.")
        @Nullable String avatar,
    @JsonProperty("created_at") @Schema(required = true) Instant createdAt) {

  static UserBody of(User user) {
    return new UserBody(
        user.username().value(),
        user.displayName().value(),
        user.avatar() == null ? null : user.avatar().value(),
        user.createdAt());
  }
}
