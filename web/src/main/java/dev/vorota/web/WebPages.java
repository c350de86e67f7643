package dev.vorota.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vorota.gateway.files.StaticFile;
import dev.vorota.gateway.files.StaticFiles;
import dev.vorota.gateway.files.Variant;
import dev.vorota.gateway.http.ContentCoding;
import dev.vorota.gateway.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The pages and their assets as the build left them. The names of assets hold a hash of their
 * content, so that browsers may keep them for ever; a page is asked for anew each time.
 */
public final class WebPages {

  private static final String FOLDER = "/vorota/web/";
  private static final String ASSETS = "/assets/";

  private static final Header KEEP_FOREVER =
      new Header("cache-control", "public, max-age=31536000, immutable");
  private static final Header ASK_AGAIN = new Header("cache-control", "no-cache");
  private static final List<Header> GUARDS =
      List.of(
          new Header("x-content-type-options", "nosniff"),
          new Header("referrer-policy", "no-referrer"),
          new Header("cross-origin-opener-policy", "same-origin"),
          new Header("cross-origin-resource-policy", "same-origin"),
          new Header("permissions-policy", "camera=(), geolocation=(), microphone=()"),
          new Header(
              "content-security-policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                  + " connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none';"
                  + " form-action 'self'; frame-ancestors 'none'"));

  private WebPages() {}

  /**
   * @throws UncheckedIOException if the build left them incomplete
   */
  public static StaticFiles load() {
    Map<String, List<String[]>> rowsByPath =
        new String(read("files.tsv"), UTF_8)
            .lines()
            .map(line -> line.split("\t", -1))
            .collect(Collectors.groupingBy(row -> row[0]));
    Map<String, StaticFile> files = new HashMap<>();
    rowsByPath.forEach((path, rows) -> files.put(path, file(path, rows)));
    return new StaticFiles(files);
  }

  /**
   * @param rows each its path, resource, media type, coding and entity tag
   */
  private static StaticFile file(String path, List<String[]> rows) {
    List<Header> headers = new ArrayList<>(GUARDS);
    headers.add(path.startsWith(ASSETS) ? KEEP_FOREVER : ASK_AGAIN);
    List<Variant> variants = new ArrayList<>();
    for (String[] row : rows) {
      byte[] content = read(row[1].substring(FOLDER.length() - 1));
      variants.add(new Variant(ContentCoding.of(row[3]), row[4], content));
    }
    return new StaticFile(rows.getFirst()[2], null, headers, variants);
  }

  private static byte[] read(String name) {
    try (InputStream in = WebPages.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IOException("The pages must hold " + FOLDER + name + ".");
      }
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
