package dev.vorota.adapters.in.chat.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What opens a room. */
@Schema(additionalProperties = Schema.False.class)
record NewRoom(
    @Schema(required = true, pattern = "[a-z0-9][a-z0-9_-]{1,31}", examples = "engines")
        String name)
    implements RequestBody {

  static NewRoom read(JsonMembers members) {
    return new NewRoom(members.text("name"));
  }
}
