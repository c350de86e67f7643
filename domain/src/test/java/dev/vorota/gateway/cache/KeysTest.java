package dev.vorota.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.cache.Invalidation.Target;
import dev.vorota.gateway.cache.QueryKey.Counting;
import dev.vorota.gateway.rewrite.PathRewrite;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What responses are kept under, and what becomes outdated (RFC 9111, sections 2 and 4.4). */
class KeysTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "ALL, a=1&b=2, a=1&b=2",
        "ALL, -, -",
        "ONLY_NAMED, a=1&b=2, a=1",
        "ONLY_NAMED, b=2&a=1&a=3&A=4, a=1&a=3",
        "ONLY_NAMED, b=2, -",
        "ONLY_NAMED, a, a",
        "ONLY_NAMED, ab=1, -",
        "ALL_BUT_NAMED, a=1&b=2, b=2",
        "ALL_BUT_NAMED, a&b=2&&c, b=2&&c",
        "ALL_BUT_NAMED, %61=1, %61=1",
        "ALL_BUT_NAMED, -, -"
      })
  void countsParameters(Counting counting, String query, String counted) {
    assertThat(new QueryKey(counting, Set.of("a")).of(query)).isEqualTo(counted);
  }

  @Test
  void differsInEachPartOfTheName() {
    ResourceKey key = ResourceKey.of("http", "a", "a", "/x", "q");

    assertThat(ResourceKey.of("http", "A", "A", "/x", "q")).isEqualTo(key);
    assertThat(
            List.of(
                ResourceKey.of("https", "a", "a", "/x", "q"),
                ResourceKey.of("http", "b", "a", "/x", "q"),
                ResourceKey.of("http", "a", "b", "/x", "q"),
                ResourceKey.of("http", "a:1", "a:1", "/x", "q"),
                ResourceKey.of("http", "a", "a", "/X", "q"),
                ResourceKey.of("http", "a", "a", "/x", "Q"),
                ResourceKey.of("http", "a", "a", "/x", null)))
        .doesNotContain(key)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/other | /api/other",
        "other?a=b | /api/other?a=b",
        "http://gate/api/other | /api/other",
        "http://GATE/api/other | /api/other",
        "//gate/api/other | /api/other",
        "?a=b | /api/asked?a=b"
      })
  void outdatesWhatTheAnswerNames(String location, String outdated) {
    int query = outdated.indexOf('?');
    Target target =
        query < 0
            ? new Target(outdated, null)
            : new Target(outdated.substring(0, query), outdated.substring(query + 1));

    assertThat(named("200;; location: " + location)).containsExactly(target);
    assertThat(named("200;; content-location: " + location)).containsExactly(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://elsewhere/x",
        "http://gate:81/x",
        "//elsewhere/x",
        "mailto:a@b",
        "http://[",
        "/a//b"
      })
  void outdatesNothingElsewhere(String location) {
    assertThat(named("200;; location: " + location)).isEmpty();
  }

  @Test
  void outdatesWithGoodAnswersOnly() {
    assertThat(List.of(200, 204, 301, 399)).allMatch(Invalidation::isCausedBy);
    assertThat(List.of(100, 199, 400, 404, 500)).noneMatch(Invalidation::isCausedBy);
  }

  private static List<Target> named(String response) {
    return Invalidation.named(
        Message.of(response), "gate", "/v1/asked", new PathRewrite.ReplacePrefix("/api", "/v1"));
  }
}
