package dev.vorota.adapters.in.chat.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What opens an account. */
@Schema(additionalProperties = Schema.False.class)
record Registration(
    @Schema(required = true, pattern = "[a-z0-9][a-z0-9._-]{2,31}", examples = "ada")
        String username,
    @Schema(required = true, format = "password", minLength = 8, maxLength = 128) String password,
    @JsonProperty("display_name")
        @Schema(
            minLength = 1,
            maxLength = 64,
            examples = "Ada Lovelace",
            description = "The name that others see; the username where it is missing.")
        @Nullable String displayName)
    implements RequestBody {

  static Registration read(JsonMembers members) {
    return new Registration(
        members.text("username"), members.secret("password"), members.optionalText("display_name"));
  }

  @Override
  public String toString() {
    return "Registration[username=" + username + "]";
  }
}
