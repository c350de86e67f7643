package dev.vorota.adapters.in.gateway.yaml;

import dev.vorota.adapters.in.gateway.yaml.document.Problems;
import dev.vorota.adapters.in.gateway.yaml.shape.Fields;
import dev.vorota.adapters.in.gateway.yaml.shape.Given;
import dev.vorota.gateway.health.CheckPolicy;
import dev.vorota.gateway.health.Question;
import dev.vorota.gateway.health.StatusRange;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the checks of an upstream. */
final class HealthReader {

  private static final List<String> OF_HTTP = List.of("method", "path", "host", "status", "body");

  private final Problems problems;
  private final Attempt attempt;

  HealthReader(Problems problems) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
  }

  /** The checks, or null where there are none, or where something about them is wrong. */
  @Nullable CheckPolicy read(@Nullable Fields health) {
    if (health == null) {
      return null;
    }
    Question question = question(health);
    Duration interval = health.time("interval");
    Duration timeout = health.time("timeout");
    Given.Whole rise = health.whole("rise");
    Given.Whole fall = health.whole("fall");
    Given.Text initial = health.text("initial");
    if (question == null
        || interval == null
        || timeout == null
        || rise == null
        || fall == null
        || initial == null) {
      return null;
    }
    return new CheckPolicy(
        question,
        interval,
        timeout,
        (int) rise.value(),
        (int) fall.value(),
        initial.text().equals("up"));
  }

  private @Nullable Question question(Fields health) {
    Given.Text check = health.text("check");
    if (check == null) {
      return null;
    }
    if (check.text().equals("http")) {
      return http(health);
    }
    for (String key : OF_HTTP) {
      if (health.has(key)) {
        problems.add(
            health.spot().key(key, health.spot().place()), "expected check: http beside it");
      }
    }
    return new Question.Connection();
  }

  private @Nullable Question http(Fields health) {
    Given.Text method = health.text("method");
    Given.Text body = health.text("body");
    if (method != null && method.text().equals("HEAD") && body != null) {
      body.refuse(problems, "expected method: GET beside it: there is no body with HEAD");
    }
    Given.Text path = health.text("path");
    String target = path == null ? "/" : attempt.of(path, HealthReader::target);
    Given.Text host = health.text("host");
    String asked = attempt.of(host, HealthReader::visible);
    List<StatusRange> statuses = attempt.each(health.texts("status"), StatusRange::parse);
    if (target == null) {
      return null;
    }
    return new Question.Http(
        method == null ? "GET" : method.text(),
        target,
        asked,
        health.has("status") ? statuses : List.of(StatusRange.SUCCESS),
        body == null ? null : body.text());
  }

  private static String target(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("Expected a path such as /health: " + text + ".");
    }
    return visible(text);
  }

  /** What may stand in a head: nothing that would end its line. */
  private static String visible(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "Expected visible ASCII characters without spaces: " + text + ".");
    }
    return text;
  }
}
