package dev.vorota.adapters.in.chat.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What starts a session. */
@Schema(additionalProperties = Schema.False.class)
record Credentials(
    @Schema(required = true, examples = "ada") String username,
    @Schema(required = true, format = "password") String password)
    implements RequestBody {

  static Credentials read(JsonMembers members) {
    return new Credentials(members.text("username"), members.secret("password"));
  }

  @Override
  public String toString() {
    return "Credentials[username=" + username + "]";
  }
}
