package dev.vorota.adapters.in.chat.websocket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vorota.chat.account.SessionId;
import dev.vorota.chat.account.User;
import dev.vorota.chat.message.Message;
import dev.vorota.chat.room.Room;
import dev.vorota.chat.room.RoomName;
import dev.vorota.problem.Problem;
import dev.vorota.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what the server says. */
final class ServerFrames {

  private static final Frame PONG = frame(typed("pong"));

  private ServerFrames() {}

  static Frame hello(User user, SessionId session, List<Room> rooms) {
    ObjectNode json = typed("hello");
    json.set("user", user(user).put("created_at", user.createdAt().toString()));
    json.put("session", session.toString());
    ObjectNode numbers = json.putObject("rooms");
    rooms.forEach(room -> numbers.put(room.name().value(), room.lastSeq()));
    return frame(json);
  }

  static Frame ack(Message message) {
    return frame(
        typed("ack")
            .put("id", message.id().value())
            .put("room", message.room().value())
            .put("seq", message.seq())
            .put("at", message.at().toString()));
  }

  static Frame message(Message message) {
    ObjectNode json =
        typed("message")
            .put("room", message.room().value())
            .put("seq", message.seq())
            .put("id", message.id().value());
    json.set("from", user(message.from()));
    return frame(json.put("text", message.text().value()).put("at", message.at().toString()));
  }

  static Frame gap(RoomName room, long from) {
    return frame(typed("gap").put("room", room.value()).put("from_seq", from));
  }

  static Frame joined(Room room) {
    ObjectNode json = typed("joined");
    json.putObject("room")
        .put("name", room.name().value())
        .put("created_at", room.createdAt().toString())
        .put("last_seq", room.lastSeq())
        .put("members", room.members())
        .put("joined", room.joined());
    return frame(json);
  }

  static Frame left(RoomName room) {
    return frame(typed("left").put("room", room.value()));
  }

  static Frame pong() {
    return PONG;
  }

  static Frame error(@Nullable String id, Problem problem) {
    ObjectNode json = typed("error");
    if (id != null) {
      json.put("id", id);
    }
    json.set("problem", problem(problem));
    return frame(json);
  }

  static ObjectNode problem(Problem problem) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", problem.type())
            .put("title", problem.title())
            .put("status", problem.status())
            .put("detail", problem.detail());
    if (!problem.violations().isEmpty()) {
      ArrayNode errors = json.putArray("errors");
      for (Violation violation : problem.violations()) {
        errors
            .addObject()
            .put("field", violation.field())
            .put("value", violation.value())
            .put("expected", violation.expected());
      }
    }
    return json;
  }

  private static ObjectNode user(User user) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("username", user.username().value())
        .put("display_name", user.displayName().value())
        .put("avatar", user.avatar() == null ? null : user.avatar().value());
  }

  private static ObjectNode typed(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static Frame frame(ObjectNode json) {
    return Frame.of(json.toString());
  }
}
