package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.adapters.in.gateway.cli.GatewayCommands;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code check} says of each broken file, read from the disk with all that it names. */
class CheckTest {

  private static final Path FOLDER =
      Path.of(
          "../adapters-in/gateway-yaml/src/test/resources/dev/vorota/adapters/in/gateway/yaml/broken");

  @ParameterizedTest
  @MethodSource("brokenFiles")
  void namesEachMistakeWithItsLine(Path broken, @TempDir Path folder) throws IOException {
    Path file = Files.copy(broken, folder.resolve("gateway.yaml"));
    Files.createDirectory(folder.resolve("public"));
    StringWriter said = new StringWriter();
    PrintWriter err = new PrintWriter(said);

    int code =
        new GatewayCommands(new ConfigFile(Map.of()), new PrintWriter(new StringWriter()), err)
            .run("check", file.toString());

    List<String> expected =
        Files.readAllLines(Path.of(broken.toString().replace(".yaml", ".expected")));
    assertThat(
            said.toString().replace(file.toString(), "gateway.yaml").lines().map(CheckTest::place))
        .containsExactlyElementsOf(expected.stream().map(CheckTest::place).toList());
    assertThat(code).isEqualTo(GatewayCommands.INVALID_CONFIG);
  }

  /**
   * File, line, column and what follows up to the next space: how the disk fails has its own words.
   */
  private static String place(String line) {
    String[] words = line.split(" ", 3);
    return words[0] + " " + words[1];
  }

  static List<Path> brokenFiles() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
