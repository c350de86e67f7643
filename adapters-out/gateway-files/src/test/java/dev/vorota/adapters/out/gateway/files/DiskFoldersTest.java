package dev.vorota.adapters.out.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vorota.gateway.files.Folder;
import dev.vorota.gateway.files.FolderException;
import dev.vorota.gateway.files.StaticFiles;
import dev.vorota.gateway.http.Header;
import dev.vorota.gateway.http.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients get of a folder that is on the disk. */
class DiskFoldersTest {

  private static final String TEXT = "the same words again and again, ".repeat(20);

  private final Site site;

  DiskFoldersTest(@TempDir Path temporary) throws IOException {
    site = Site.in(temporary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "page.html | text/html; charset=utf-8",
        "app.MJS | text/javascript; charset=utf-8",
        "notes.txt | text/plain; charset=utf-8",
        "data.json | application/json",
        "icon.svg | image/svg+xml",
        "photo.jpeg | image/jpeg",
        "font.woff2 | font/woff2",
        "module.wasm | application/wasm",
        "archive.tar.gz | application/gzip",
        "LICENSE | application/octet-stream",
        "strange.xyz | application/octet-stream"
      })
  void tellsTheMediaTypeByTheName(String name, String mediaType) throws IOException {
    site.write(name, "content");

    assertThat(site.get("/" + name).headers())
        .contains(
            new Header("content-type", mediaType), new Header("x-content-type-options", "nosniff"));
  }

  @Test
  void givesAFileItsDateAndATagOfItsContent() throws IOException {
    site.write("a.txt", "one");
    site.write("b.txt", "two");
    site.write("c.txt", "one");
    site.write("late.txt", "late");
    site.modified("a.txt", Instant.parse("2025-11-06T08:49:37.5Z"));
    site.modified("late.txt", Site.NOW.plusSeconds(3_600));

    assertThat(site.field("/a.txt", "last-modified")).isEqualTo("Thu, 06 Nov 2025 08:49:37 GMT");
    assertThat(site.field("/late.txt", "last-modified")).isEqualTo("Fri, 02 Jan 2026 03:04:05 GMT");
    assertThat(site.field("/a.txt", "etag"))
        .matches("\"[0-9a-f]{32}\"")
        .isEqualTo(site.field("/c.txt", "etag"))
        .isNotEqualTo(site.field("/b.txt", "etag"));
  }

  @Test
  void servesTheIndexOfAFolderAndLeadsToIt() throws IOException {
    site.write("index.html", "top");
    site.write("docs/index.html", "docs");
    site.write("docs/deep/page.html", "deep");

    assertThat(site.get("/").body().text()).isEqualTo("top");
    assertThat(site.get("/docs/").body().text()).isEqualTo("docs");
    assertThat(site.get("/docs/index.html").body().text()).isEqualTo("docs");
    assertThat(site.get("/docs").status()).isEqualTo(308);
    assertThat(site.field("/docs", "location")).isEqualTo("./docs/");
    assertThat(site.get("/docs/deep/").status()).isEqualTo(404);
    assertThat(site.get("/docs/deep").status()).isEqualTo(404);
  }

  @Test
  void findsNamesThatAreNotAscii() throws IOException {
    site.write("книги/мир и война.txt", "том 1");

    Response response =
        site.get(
            "/%D0%BA%D0%BD%D0%B8%D0%B3%D0%B8/%D0%BC%D0%B8%D1%80%20%D0%B8%20"
                + "%D0%B2%D0%BE%D0%B9%D0%BD%D0%B0.txt");

    assertThat(response.body().text()).isEqualTo("том 1");
  }

  @Test
  void takesCompressedNeighboursForVariantsWhereTheyAreSmaller() throws IOException {
    site.write("page.html", TEXT);
    Files.write(site.folder().resolve("page.html.gz"), Site.gzip(TEXT));
    site.write("page.html.br", "stands for Brotli");
    site.write("short.txt", "short");
    Files.write(site.folder().resolve("short.txt.gz"), Site.gzip("short"));

    assertThat(site.get("/page.html", "Accept-Encoding: br").body().text())
        .isEqualTo("stands for Brotli");
    Response gzipped = site.get("/page.html", "Accept-Encoding: gzip");
    assertThat(gzipped.body().octets()).isEqualTo(Site.gzip(TEXT));
    assertThat(gzipped.headers())
        .contains(
            new Header("content-encoding", "gzip"),
            new Header("content-type", "text/html; charset=utf-8"),
            new Header("vary", "accept-encoding"));
    assertThat(site.get("/page.html").body().text()).isEqualTo(TEXT);
    assertThat(site.get("/short.txt", "Accept-Encoding: gzip").body().text()).isEqualTo("short");
    assertThat(site.field("/page.html.gz", "content-type")).isEqualTo("application/gzip");
  }

  @Test
  void passesOverHiddenNamesButForTheWellKnownOnes() throws IOException {
    site.write(".env", "SECRET=1");
    site.write(".git/config", "secret");
    site.write("docs/.htpasswd", "secret");
    site.write("docs/.well-known/secret", "secret");
    site.write(".well-known/security.txt", "Contact: mailto:security@example.com");

    assertThat(site.get("/.env").status()).isEqualTo(404);
    assertThat(site.get("/.git/config").status()).isEqualTo(404);
    assertThat(site.get("/docs/.htpasswd").status()).isEqualTo(404);
    assertThat(site.get("/docs/.well-known/secret").status()).isEqualTo(404);
    assertThat(site.get("/.well-known/security.txt").status()).isEqualTo(200);
  }

  @Test
  void passesOverHiddenNamesThatCantBeRead() throws IOException {
    site.write("page.html", "shown");
    Files.createSymbolicLink(site.folder().resolve(".round"), site.folder());
    Files.createSymbolicLink(site.folder().resolve(".nowhere"), Path.of("none"));

    assertThat(site.get("/page.html").body().text()).isEqualTo("shown");
  }

  @Test
  void followsLinksThatStayInTheFolder() throws IOException {
    site.write("..data/page.html", "linked");
    Files.createSymbolicLink(site.folder().resolve("page.html"), Path.of("..data", "page.html"));

    assertThat(site.get("/page.html").body().text()).isEqualTo("linked");
  }

  @Test
  void fallsBackToTheFileOfASinglePage() throws IOException {
    site.write("index.html", "application");
    site.write("app.js", "script");
    StaticFiles files = site.load(withFallback("index.html"));

    assertThat(files.answer(Site.request("/orders/17"), "/orders/17").body().text())
        .isEqualTo("application");
    assertThat(files.answer(Site.request("/gone.js"), "/gone.js").status()).isEqualTo(404);
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> site.load(withFallback("none.html")))
        .withMessage("fallback must be a file of the folder " + site.folder() + ": none.html.");
  }

  @Test
  void sendsTheFieldsThatItIsTold() throws IOException {
    site.write("a.txt", "a");
    Header keep = new Header("cache-control", "max-age=60");
    Folder folder = new Folder(site.folder().toString(), null, List.of(keep), 10, 10);

    assertThat(site.field("/a.txt", "cache-control")).isEqualTo("no-cache");
    assertThat(site.load(folder).answer(Site.request("/a.txt"), "/a.txt").headers())
        .filteredOn(header -> header.name().equals("cache-control"))
        .containsExactly(keep);
  }

  private Folder withFallback(String fallback) {
    return new Folder(site.folder().toString(), fallback, List.of(), 1_000, 10);
  }
}
