package dev.vorota.adapters.in.gateway.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each broken document has beside it what is said of it, all in one go. */
class BrokenDocumentsTest {

  private static final Path FOLDER =
      Path.of("src/test/resources/dev/vorota/adapters/in/gateway/yaml/broken");

  @ParameterizedTest
  @MethodSource("documents")
  void saysAllThatIsWrong(Path document) throws IOException {
    String expected = document.toString().replace(".yaml", ".expected");

    assertThat(Documents.problems(Files.readString(document), Map.of()))
        .isEqualTo(Files.readAllLines(Path.of(expected)));
  }

  @Test
  void areManyOfMostKinds() throws IOException {
    assertThat(documents()).hasSizeGreaterThanOrEqualTo(20);
  }

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
