package dev.vorota.adapters.in.chat.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vorota.application.chat.message.Messages.Page;
import dev.vorota.chat.account.User;
import dev.vorota.chat.message.Message;
import dev.vorota.chat.room.RoomName;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stored message. */
@Schema(name = "Message")
record MessageBody(
    @Schema(required = true, examples = "general") String room,
    @Schema(required = true, examples = "42", description = "Its number in the room, without gaps.")
        long seq,
    @Schema(required = true, description = "What the sender's client called it.") String id,
    @Schema(required = true) Author from,
    @Schema(required = true, examples = "Hello!") String text,
    @Schema(required = true, description = "When it was stored.") Instant at) {

  static MessageBody of(Message message) {
    return new MessageBody(
        message.room().value(),
        message.seq(),
        message.id().value(),
        Author.of(message.from()),
        message.text().value(),
        message.at());
  }

  /** Who wrote it. */
  @Schema(name = "Author")
  record Author(
      @Schema(required = true, examples = "ada") String username,
      @JsonProperty("display_name") @Schema(required = true, examples = "Ada Lovelace")
          String displayName,
      @Schema(nullable = true, pattern = "[0-9a-f]{16}") @Nullable String avatar) {

    static Author of(User user) {
      return new Author(
          user.username().value(),
          user.displayName().value(),
          user.avatar() == null ? null : user.avatar().value());
    }
  }

  /** A page of a room's history. */
  @Schema(name = "History")
  record History(
      @Schema(required = true, examples = "general") String room,
      @Schema(required = true, description = "In ascending order.") List<MessageBody> messages,
      @Schema(required = true, description = "Whether there are older ones.") boolean more) {

    static History of(RoomName room, Page page) {
      return new History(
          room.value(), page.messages().stream().map(MessageBody::of).toList(), page.more());
    }
  }
}
