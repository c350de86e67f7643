package dev.vorota.gateway.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.http.ContentCoding;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which file a path leads to, and what the methods get. */
class StaticFilesTest {

  private static final StaticFiles FILES =
      new StaticFiles(
          Map.of(
              "/page", file("page"),
              "/docs/", file("index of docs"),
              "/docs/index.html", file("index of docs"),
              "/документ.txt", file("документ"),
              "/100%.txt", file("percent"),
              "/a+b", file("plus")));

  @ParameterizedTest
  @CsvSource({
    "/page, page",
    "/docs/, index of docs",
    "/%D0%B4%D0%BE%D0%BA%D1%83%D0%BC%D0%B5%D0%BD%D1%82.txt, документ",
    "/%70age, page",
    "/100%25.txt, percent",
    "/a+b, plus",
    "/a%2Bb, plus"
  })
  void findsAFileByItsPathHoweverItIsEncoded(String path, String content) {
    Response response = get(path);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body().text()).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/none",
        "/Page",
        "/page/",
        "/docs/index.html/",
        "//page",
        "/docs%2Findex.html",
        "/100%.txt",
        "/%d0",
        "/%ff%fe",
        "/page%",
        "/page%0",
        "/page%zz",
        "/../page",
        "/\u0434",
        "/%C0%AFpage"
      })
  void findsNothingElse(String path) {
    Response response = get(path);

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.body().text()).contains("urn:vorota:problem:not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "/docs, /docs, ./docs/",
    "/site/docs?a=b, /docs, ./docs/?a=b",
    "/a:b, /docs, ./a:b/",
    "/docs, /, ./docs/",
    "/docs, '', ./docs/"
  })
  void leadsToAFolderByAReferenceThatHoldsUnderAnyPrefix(
      String asked, String path, String location) {
    StaticFiles files = new StaticFiles(Map.of("/", file("index"), "/docs/", file("docs")));

    Response response = files.answer(FileRequest.get(asked), path);

    assertThat(response.status()).isEqualTo(308);
    assertThat(response.headers()).contains(new Header("location", location));
  }

  @Test
  void servesAFolderWhoseSlashARewriteTookAway() {
    Response response = FILES.answer(FileRequest.get("/docs/"), "/docs");

    assertThat(response.body().text()).isEqualTo("index of docs");
  }

  @Test
  void fallsBackWhereTheLastSegmentHasNoDot() {
    StaticFiles files = new StaticFiles(Map.of("/app.js", file("script")), file("application"));

    assertThat(answer(files, "/orders/17").body().text()).isEqualTo("application");
    assertThat(answer(files, "/v1.2/orders").body().text()).isEqualTo("application");
    assertThat(answer(files, "/").body().text()).isEqualTo("application");
    assertThat(answer(files, "/app.js").body().text()).isEqualTo("script");
    assertThat(answer(files, "/gone.js").status()).isEqualTo(404);
    assertThat(files.answer(FileRequest.of("POST", "/orders"), "/orders").status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "get", "QUERY"})
  void refusesOtherMethodsAndNamesThoseThatItTakes(String method) {
    for (String path : List.of("/page", "/docs")) {
      Response response = FILES.answer(FileRequest.of(method, path), path);

      assertThat(response.status()).isEqualTo(405);
      assertThat(response.headers()).contains(new Header("allow", "GET, HEAD, OPTIONS"));
    }
    assertThat(FILES.answer(FileRequest.of(method, "/none"), "/none").status()).isEqualTo(404);
  }

  @Test
  void tellsItsMethodsWithoutABody() {
    Response response = FILES.answer(FileRequest.of("OPTIONS", "/page"), "/page");

    assertThat(response.status()).isEqualTo(204);
    assertThat(response.headers()).containsExactly(new Header("allow", "GET, HEAD, OPTIONS"));
    assertThat(response.body().length()).isZero();
  }

  private static Response get(String path) {
    return answer(FILES, path);
  }

  private static Response answer(StaticFiles files, String path) {
    return files.answer(FileRequest.get(path), path);
  }

  private static StaticFile file(String content) {
    Variant plain = new Variant(ContentCoding.IDENTITY, "\"1\"", content.getBytes(UTF_8));
    return new StaticFile("text/plain", null, List.of(), List.of(plain));
  }
}
