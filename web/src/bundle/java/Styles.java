import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a page's style sheets into one, without comments and the space that nothing needs. */
final class Styles {

  private static final Pattern IMPORT = Pattern.compile("@import \"\\./([a-z-]+)\\.css\";");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern SPACE_AROUND = Pattern.compile("\\s*([{};,])\\s*");
  private static final Pattern SPACE_BEFORE_VALUE = Pattern.compile("(?<=[a-z0-9]): ");

  private final Path folder;

  Styles(Path folder) {
    this.folder = folder;
  }

  String bundle(String name) throws IOException {
    String plain = COMMENT.matcher(resolve(name)).replaceAll("");
    String tight = SPACE_AROUND.matcher(plain).replaceAll("$1");
    return SPACE_BEFORE_VALUE.matcher(tight).replaceAll(":").replace(";}", "}").strip() + "\n";
  }

  private String resolve(String name) throws IOException {
    Matcher imports = IMPORT.matcher(Files.readString(folder.resolve(name + ".css")));
    StringBuilder whole = new StringBuilder();
    while (imports.find()) {
      imports.appendReplacement(whole, Matcher.quoteReplacement(resolve(imports.group(1))));
    }
    return imports.appendTail(whole).toString();
  }
}
