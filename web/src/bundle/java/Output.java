import java.io.IOException;
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

  /** Writes a file and notes its URL path, resource name, media type and strong ETag. */
  void add(String path, String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    String mediaType = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    String etag = '"' + Fingerprints.of(content) + '"';
    lines.add(String.join("\t", path, RESOURCES + name, mediaType, etag));
  }

  void writeList() throws IOException {
    Files.writeString(folder.resolve("files.tsv"), String.join("\n", lines) + "\n");
  }
}
