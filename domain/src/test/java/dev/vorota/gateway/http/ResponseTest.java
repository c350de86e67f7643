package dev.vorota.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.problem.Problem;
import dev.vorota.problem.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseTest {

  @Test
  void encodesAProblemSoThatNothingInItBreaksOut() {
    Response response =
        Response.of(
            new Problem(
                "bad",
                400,
                "Bad",
                "Ворота \"закрыты\"\n\\",
                List.of(
                    new Violation("path", "/\u0000\ud800", "plain"),
                    new Violation("b", "v", "w"))));

    assertThat(response.body().text())
        .isEqualTo(
            "{\"type\":\"urn:vorota:problem:bad\",\"title\":\"Bad\",\"status\":400,"
                + "\"detail\":\"Ворота \\\"закрыты\\\"\\u000a\\\\\","
                + "\"errors\":[{\"field\":\"path\",\"value\":\"/\\u0000\\ud800\","
                + "\"expected\":\"plain\"},"
                + "{\"field\":\"b\",\"value\":\"v\",\"expected\":\"w\"}]}");
    assertThat(response.headers()).contains(new Header("content-type", "application/problem+json"));
  }
}
