package dev.vorota.gateway.files;

import static dev.vorota.gateway.files.Samples.AFTER;
import static dev.vorota.gateway.files.Samples.BEFORE;
import static dev.vorota.gateway.files.Samples.CACHE;
import static dev.vorota.gateway.files.Samples.FILE;
import static dev.vorota.gateway.files.Samples.MODIFIED;
import static dev.vorota.gateway.files.Samples.PLAIN;
import static dev.vorota.gateway.files.Samples.get;
import static dev.vorota.gateway.files.Samples.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vorota.gateway.http.ContentCoding;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file answers, and when its conditions let it. */
class StaticFileTest {

  @Test
  void describesTheWholeFile() {
    assertThat(FILE.answer(get()).headers())
        .containsExactly(
            CACHE,
            new Header("etag", "\"p,1\""),
            new Header("content-type", "text/plain"),
            new Header("last-modified", MODIFIED),
            new Header("accept-ranges", "bytes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"p,1\"", "W/\"p,1\"", "*", "\"a\",W/\"b\" , \"p,1\"", ", \"p,1\","})
  void sendsNothingAnewToWhoHasIt(String tags) {
    Response response = FILE.answer(get().with("if-none-match", tags).with("range", "bytes=0-1"));

    assertThat(response.status()).isEqualTo(304);
    assertThat(response.headers()).containsExactly(CACHE, new Header("etag", "\"p,1\""));
    assertThat(response.body().length()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"p\"", "p,1", "\"a\", \"p,1", "w/\"p,1\"", "", "\"*\""})
  void sendsTheFileToWhoHasAnother(String tags) {
    assertThat(FILE.answer(get().with("if-none-match", tags)).status()).isEqualTo(200);
  }

  @Test
  void readsAListOverSeveralLines() {
    FileRequest request = get().with("if-none-match", "\"a\"").with("if-none-match", "\"p,1\"");
    assertThat(FILE.answer(request).status()).isEqualTo(304);
  }

  /** Each row: the conditions, with dates by their names, and the status. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if-modified-since=BEFORE | 200",
        "if-modified-since=MODIFIED | 304",
        "if-modified-since=AFTER | 304",
        "if-modified-since=yesterday | 200",
        "if-unmodified-since=BEFORE | 412",
        "if-unmodified-since=MODIFIED | 200",
        "if-unmodified-since=AFTER | 200",
        "if-unmodified-since=yesterday | 200",
        "if-match=\"p,1\" | 200",
        "if-match=\"a\", \"p,1\" | 200",
        "if-match=* | 200",
        "if-match=\"a\" | 412",
        "if-match=W/\"p,1\" | 412",
        // If-Match overrides the date, and so does If-None-Match.
        "if-match=\"p,1\" ; if-unmodified-since=BEFORE | 200",
        "if-none-match=\"a\" ; if-modified-since=AFTER | 200",
        "if-none-match=\"p,1\" ; if-modified-since=BEFORE | 304",
        // What must hold comes before what need not be sent.
        "if-match=\"a\" ; if-none-match=\"p,1\" | 412",
        "if-match=\"p,1\" ; if-none-match=\"p,1\" | 304",
        "if-unmodified-since=BEFORE ; if-none-match=\"p,1\" | 412",
        "if-unmodified-since=AFTER ; if-modified-since=AFTER | 304",
        // A date that stands twice is none.
        "if-modified-since=AFTER ; if-modified-since=AFTER | 200"
      })
  void weighsConditionsInTheirOrder(String conditions, int status) {
    for (String method : List.of("GET", "HEAD")) {
      FileRequest request = FileRequest.of(method, "/");
      for (String condition : conditions.split(" ; ", -1)) {
        String[] parts = condition.split("=", 2);
        request = request.with(parts[0], dates().getOrDefault(parts[1], parts[1]));
      }
      assertThat(FILE.answer(request).status()).isEqualTo(status);
    }
  }

  @Test
  void heedsNoDateWhereTheFileHasNone() {
    StaticFile undated = new StaticFile("text/plain", null, List.of(), List.of(PLAIN));

    assertThat(undated.answer(get().with("if-modified-since", AFTER)).status()).isEqualTo(200);
    assertThat(undated.answer(get().with("if-unmodified-since", BEFORE)).status()).isEqualTo(200);
    assertThat(undated.answer(get().with("range", "bytes=0-1").with("if-range", MODIFIED)).status())
        .isEqualTo(200);
  }

  @Test
  void wantsOneVariantOfEachCodingAndOneWithout() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StaticFile("a/b", null, List.of(), List.of(PLAIN, PLAIN)))
        .withMessage("variants must be one of each coding at most: IDENTITY.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StaticFile("a/b", null, List.of(), List.of()))
        .withMessage("variants must hold one without coding: [].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> variant(ContentCoding.GZIP, "W/\"a\"", ""))
        .withMessage("etag must be strong and in quotes: W/\"a\".");
  }

  private static Map<String, String> dates() {
    return Map.of("BEFORE", BEFORE, "MODIFIED", MODIFIED, "AFTER", AFTER);
  }
}
