package dev.vorota.adapters.in.chat.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vorota.chat.message.ClientMessageId;
import dev.vorota.chat.message.MessageText;
import dev.vorota.chat.room.RoomName;
import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what clients send, strictly: no member twice, none unknown. */
final class ClientFrameReader {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private static final int LONGEST_ID = 64;
  private static final String TYPES = "one of \"send\", \"resume\" and \"ping\"";

  private ClientFrameReader() {}

  static ClientFrame read(String text) throws MalformedFrameException, RefusedFrameException {
    ObjectNode frame = object(text);
    try {
      return read(frame);
    } catch (ProblemException e) {
      throw new RefusedFrameException(id(frame), e.problem());
    }
  }

  private static ObjectNode object(String text) throws MalformedFrameException {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new MalformedFrameException("The frame is not valid JSON" + place(e) + ".");
    }
    if (json instanceof ObjectNode object) {
      return object;
    }
    throw new MalformedFrameException("The frame must be a JSON object.");
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
  }

  private static ClientFrame read(ObjectNode frame) {
    return switch (frame.path("type").asText()) {
      case "send" -> send(frame);
      case "resume" -> resume(frame);
      case "ping" -> {
        refuseOthers(frame, Set.of("type"));
        yield new ClientFrame.Ping();
      }
      default -> throw ProblemException.invalidInput(violation("type", frame.get("type"), TYPES));
    };
  }

  private static ClientFrame.Send send(ObjectNode frame) {
    refuseOthers(frame, Set.of("type", "id", "room", "text"));
    List<Violation> violations = new ArrayList<>();
    ClientMessageId id = text(frame, "id", ClientMessageId::new, violations);
    RoomName room = text(frame, "room", RoomName::new, violations);
    MessageText text = text(frame, "text", MessageText::new, violations);
    if (id == null || room == null || text == null) {
      throw ProblemException.invalidInput(violations);
    }
    return new ClientFrame.Send(id, room, text);
  }

  private static ClientFrame.Resume resume(ObjectNode frame) {
    refuseOthers(frame, Set.of("type", "rooms"));
    if (!(frame.get("rooms") instanceof ObjectNode rooms)) {
      throw ProblemException.invalidInput(
          violation("rooms", frame.get("rooms"), "an object of room names and numbers"));
    }
    Map<RoomName, Long> has = new HashMap<>();
    for (Map.Entry<String, JsonNode> room : rooms.properties()) {
      JsonNode seq = room.getValue();
      if (!seq.isIntegralNumber() || !seq.canConvertToLong() || seq.longValue() < 0) {
        throw ProblemException.invalidInput(
            violation("rooms." + room.getKey(), seq, "a whole number from 0"));
      }
      has.put(new RoomName(room.getKey()), seq.longValue());
    }
    return new ClientFrame.Resume(has);
  }

  private static <T> @Nullable T text(
      ObjectNode frame, String name, Function<String, T> form, List<Violation> violations) {
    JsonNode value = frame.get(name);
    if (value == null || !value.isTextual()) {
      violations.add(violation(name, value, "a string"));
      return null;
    }
    try {
      return form.apply(value.textValue());
    } catch (ProblemException e) {
      violations.addAll(e.problem().violations());
      return null;
    }
  }

  private static void refuseOthers(ObjectNode frame, Set<String> known) {
    for (Map.Entry<String, JsonNode> member : frame.properties()) {
      if (!known.contains(member.getKey())) {
        throw ProblemException.invalidInput(
            violation(member.getKey(), member.getValue(), "absent from this type of frame"));
      }
    }
  }

  private static Violation violation(String field, @Nullable JsonNode value, String expected) {
    String sent = value == null ? "" : value.isTextual() ? value.textValue() : value.toString();
    return new Violation(field, sent, expected);
  }

  /** What the client may tell the frame by, even where it breaks the rules for ids. */
  private static @Nullable String id(ObjectNode frame) {
    JsonNode id = frame.get("id");
    return id != null && id.isTextual() && id.textValue().length() <= LONGEST_ID
        ? id.textValue()
        : null;
  }
}
