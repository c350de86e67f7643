package dev.vorota.adapters.in.gateway.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import dev.vorota.gateway.routing.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes fixed responses. */
final class ResponseReader {

  /** Statuses whose responses have no body (RFC 9110, section 6.4.1). */
  private static final Set<Long> WITHOUT_BODY = Set.of(204L, 205L, 304L);

  private static final Header PLAIN_TEXT = new Header("content-type", "text/plain; charset=utf-8");

  private final HeaderReader headers;
  private final Problems problems;

  ResponseReader(Problems problems) {
    this.headers = new HeaderReader(problems);
    this.problems = problems;
  }

  @Nullable Action read(Fields fields) {
    Given.Whole status = fields.whole("status");
    Given.Text body = fields.text("body");
    List<Header> fieldLines = new ArrayList<>(headers.eachOnce(fields.named("headers")));
    if (status == null) {
      return null;
    }
    if (body != null) {
      if (WITHOUT_BODY.contains(status.value())) {
        body.refuse(problems, "expected no body with the status " + status.value());
      }
      if (fieldLines.stream().noneMatch(field -> field.name().equals(PLAIN_TEXT.name()))) {
        fieldLines.add(PLAIN_TEXT);
      }
    }
    byte[] octets = body == null ? new byte[0] : body.text().getBytes(UTF_8);
    return new Action.Respond(new Response((int) status.value(), fieldLines, octets));
  }
}
