package dev.vorota.adapters.in.chat.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vorota.problem.ProblemException;
import dev.vorota.problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the members of a JSON object one by one, and remembers what is wrong with them, so that the
 * sender hears of everything at once.
 */
final class JsonMembers {

  private static final String CONCEALED = "…";

  private final ObjectNode object;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Violation> violations = new ArrayList<>();

  JsonMembers(ObjectNode object) {
    this.object = object;
  }

  /** A string that must be there; empty where it is not, which {@link #check()} tells. */
  String text(String name) {
    String text = take(name, true, false);
    return text == null ? "" : text;
  }

  /** As {@link #text}, for a string that must never be shown. */
  String secret(String name) {
    String text = take(name, true, true);
    return text == null ? "" : text;
  }

  /** A string that may be missing or null. */
  @Nullable String optionalText(String name) {
    return take(name, false, false);
  }

  /**
   * To be called when all members are taken.
   *
   * @throws ProblemException 400 naming each member that is missing, of a wrong type or unknown
   */
  void check() {
    for (String name : (Iterable<String>) object::fieldNames) {
      if (!known.contains(name)) {
        violations.add(
            new Violation(name, CONCEALED, "absent: the members are " + String.join(", ", known)));
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalidInput(violations);
    }
  }

  private @Nullable String take(String name, boolean required, boolean secret) {
    known.add(name);
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      if (required) {
        violations.add(new Violation(name, value == null ? "" : "null", "there, a string"));
      }
      return null;
    }
    if (!value.isTextual()) {
      violations.add(new Violation(name, secret ? CONCEALED : value.toString(), "a string"));
      return null;
    }
    return value.textValue();
  }
}
