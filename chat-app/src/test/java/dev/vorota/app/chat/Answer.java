package dev.vorota.app.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What the chat answered over HTTP. */
record Answer(HttpResponse<byte[]> response) {

  private static final ObjectMapper JSON = new ObjectMapper();

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  byte[] bytes() {
    return response.body();
  }

  JsonNode json() {
    String body = new String(response.body(), StandardCharsets.UTF_8);
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("The body of " + response + " must be JSON: " + body, e);
    }
  }

  String text(String member) {
    return json().path(member).asText();
  }

  /** The last part of a problem's type; empty where the answer is none. */
  String problem() {
    return header("Content-Type").startsWith("application/problem+json")
        ? text("type").replace("urn:vorota:problem:", "")
        : "";
  }
}
