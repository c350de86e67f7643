package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/problems.md} names each type of problem that the gateway's code makes, and no other.
 */
class ProblemsPageTest {

  private static final Path ROOT = Path.of("..");

  /** Where the gateway's code is. What else makes problems is the chat's. */
  private static final List<String> SOURCES =
      List.of(
          "domain/src/main/java/dev/vorota/gateway",
          "application/src/main/java/dev/vorota/application/gateway",
          "adapters-in/gateway-http/src/main/java",
          "adapters-out/upstream-http/src/main/java",
          "gateway-app/src/main/java");

  private static final Pattern IN_CODE =
      Pattern.compile("\\b(?:of|Problem)\\(\\s*\"([a-z-]+)\",\\s*(\\d{3})\\b");
  private static final Pattern ON_PAGE =
      Pattern.compile("^\\| `([a-z-]+)` \\| (\\d{3}) \\| \\S.* \\| \\S.* \\|$", Pattern.MULTILINE);

  @Test
  void namesWhatTheCodeMakes() throws IOException {
    Set<String> made = new TreeSet<>();
    for (String source : SOURCES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(source))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          made.addAll(found(IN_CODE, Files.readString(file)));
        }
      }
    }

    assertThat(made).hasSizeGreaterThan(20);
    assertThat(found(ON_PAGE, Files.readString(ROOT.resolve("docs/problems.md")))).isEqualTo(made);
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1) + " " + matcher.group(2));
    }
    return found;
  }
}
