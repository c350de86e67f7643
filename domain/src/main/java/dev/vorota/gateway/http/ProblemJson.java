package dev.vorota.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vorota.problem.Problem;
import dev.vorota.problem.Violation;
import java.util.List;

/** Encodes a problem document as JSON (RFC 9457, RFC 8259). */
final class ProblemJson {

  private ProblemJson() {}

  static byte[] encode(Problem problem) {
    StringBuilder json = new StringBuilder(256);
    json.append('{');
    member(json, "type", problem.type()).append(',');
    member(json, "title", problem.title()).append(',');
    json.append("\"status\":").append(problem.status()).append(',');
    member(json, "detail", problem.detail());
    List<Violation> violations = problem.violations();
    for (int i = 0; i < violations.size(); i++) {
      json.append(i == 0 ? ",\"errors\":[{" : ",{");
      member(json, "field", violations.get(i).field()).append(',');
      member(json, "value", violations.get(i).value()).append(',');
      member(json, "expected", violations.get(i).expected()).append('}');
    }
    if (!violations.isEmpty()) {
      json.append(']');
    }
    return json.append('}').toString().getBytes(UTF_8);
  }

  private static StringBuilder member(StringBuilder json, String name, String value) {
    json.append('"').append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c)) {
        escape(json, c);
      } else {
        json.append(c);
      }
    }
    return json.append('"');
  }

  private static void escape(StringBuilder json, char c) {
    json.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      json.append(Character.forDigit((c >> shift) & 0xf, 16));
    }
  }
}
