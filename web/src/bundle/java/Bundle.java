import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the sources of the pages into the files that the gateway serves. Every asset gets a
 * fingerprint of its content into its name, so that browsers may keep it forever, and the pages are
 * rewritten to those names. A list of all files, {@code files.tsv}, lets the gateway load them
 * without scanning its class path.
 *
 * <p>The build launches this from source: {@code java -cp closure-compiler.jar Bundle.java SOURCE
 * OUTPUT}.
 */
final class Bundle {

  private static final List<String> SCRIPTS =
      List.of("early", "landing", "login", "register", "chat");
  private static final List<String> STYLES = List.of("landing", "entry", "chat");
  private static final List<String> IMAGES = List.of("icon");
  private static final Map<String, String> PAGES =
      Map.of("/", "index", "/login", "login", "/register", "register", "/chat", "chat");

  public static void main(String... arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "expected SOURCE and OUTPUT folders: " + List.of(arguments));
    }
    new Bundle(Path.of(arguments[0]), new Output(Path.of(arguments[1]))).run();
  }

  private final Path source;
  private final Output output;
  private final Fingerprints fingerprints = new Fingerprints();

  private Bundle(Path source, Output output) {
    this.source = source;
    this.output = output;
  }

  private void run() throws IOException {
    output.clear();
    for (String image : IMAGES) {
      asset(image + ".svg", read("images/" + image + ".svg"));
    }
    // The manifest names the icon, so it comes after the icon has its name.
    asset("vorota.webmanifest", fingerprints.rewrite(read("vorota.webmanifest")));
    Scripts scripts = new Scripts(source.resolve("scripts"));
    for (String script : SCRIPTS) {
      asset(script + ".js", scripts.bundle(script));
    }
    Styles styles = new Styles(source.resolve("styles"));
    for (String style : STYLES) {
      asset(style + ".css", styles.bundle(style));
    }
    for (Map.Entry<String, String> page : new TreeMap<>(PAGES).entrySet()) {
      String name = page.getValue() + ".html";
      output.add(page.getKey(), name, fingerprints.rewrite(read(name)));
    }
    output.writeList();
  }

  private void asset(String name, String content) throws IOException {
    String path = fingerprints.name("/assets/" + name, content);
    output.add(path, path.substring(1), content);
  }

  private String read(String name) throws IOException {
    return Files.readString(source.resolve(name));
  }
}
