import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a page's style sheets into one, without their comments and indentation. */
final class Styles {

  private static final Pattern IMPORT = Pattern.compile("@import \"\\./([a-z-]+)\\.css\";");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern LINE_START = Pattern.compile("(\\R\\s*)+");

  private final Path folder;

  Styles(Path folder) {
    this.folder = folder;
  }

  String bundle(String name) throws IOException {
    String plain = COMMENT.matcher(resolve(name)).replaceAll("");
    return LINE_START.matcher(plain).replaceAll("\n").strip() + "\n";
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
