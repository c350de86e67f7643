import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that becomes {@code vorota/web} in the jar, and the list of what is in it. */
final class Output {

  private static final String RESOURCES = "vorota/web/";
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "webmanifest", "application/manifest+json");

  private final Path folder;
  private final List<String> lines = new ArrayList<>();

  Output(Path folder) {
    this.folder = folder;
  }

  void clear() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /**
   * Writes a file and its coded forms, and notes of each its URL path, resource name, media type,
   * coding and strong ETag.
   */
  void add(String path, String name, String content) throws IOException {
    byte[] plain = content.getBytes(StandardCharsets.UTF_8);
    write(path, name, name, "identity", plain);
    for (Map.Entry<String, byte[]> coded : Codings.of(name, plain).entrySet()) {
      String coding = coded.getKey();
      write(path, name, Codings.name(name, coding), coding, coded.getValue());
    }
  }

  void writeList() throws IOException {
    Files.writeString(folder.resolve("files.tsv"), String.join("\n", lines) + "\n");
  }

  private void write(String path, String name, String resource, String coding, byte[] octets)
      throws IOException {
    Path file = folder.resolve(resource);
    Files.createDirectories(file.getParent());
    Files.write(file, octets);
    String mediaType = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    String etag = '"' + Fingerprints.of(octets) + '"';
    lines.add(String.join("\t", path, RESOURCES + resource, mediaType, coding, etag));
  }
}
