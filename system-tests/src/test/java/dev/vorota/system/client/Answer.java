package dev.vorota.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What came back for a request. */
@SuppressWarnings("ArrayRecordComponent") // read by one test, compared by nobody
public record Answer(int status, HttpHeaders headers, byte[] body) {

  /** The value of the first header of this name, or null where there is none. */
  public @Nullable String header(String name) {
    return headers.firstValue(name).orElse(null);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    return Json.parse(text());
  }

  /** Itself when it has this status, for a chain of calls. */
  public Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError("Expected " + expected + ", got " + status + ": " + text());
    }
    return this;
  }

  @Override
  public String toString() {
    return status + " " + headers.map() + " " + text();
  }
}
