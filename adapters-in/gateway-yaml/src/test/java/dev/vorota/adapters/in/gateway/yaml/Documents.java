package dev.vorota.adapters.in.gateway.yaml;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.config.GatewayConfig;
import dev.vorota.gateway.files.FolderException;
import dev.vorota.gateway.files.StaticFiles;
import dev.vorota.parts.Certificates;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads documents for tests. */
final class Documents {

  static final StaticFiles PAGES = new StaticFiles(Map.of());

  private static final FileSource FILES =
      new FileSource(
          Map.of("chat", PAGES),
          folder -> {
            if (Path.of(folder.location()).endsWith("missing")) {
              throw new FolderException("The folder " + folder.location() + " can't be read");
            }
            return PAGES;
          },
          Documents::small);

  private Documents() {}

  private static byte[] small(String location) throws IOException {
    String text =
        switch (location) {
          case "authority.pem" -> Certificates.chainText("ca");
          case "client.pem" -> Certificates.chainText("client");
          case "client.key" -> Certificates.keyText("client");
          default -> throw new NoSuchFileException(location);
        };
    return text.getBytes(US_ASCII);
  }

  static GatewayYaml.Reading read(String document, Map<String, String> environment) {
    return GatewayYaml.read(document.getBytes(UTF_8), environment, FILES);
  }

  static GatewayConfig config(String document, Map<String, String> environment) {
    return switch (read(document, environment)) {
      case GatewayYaml.Reading.Good(var config) -> config;
      case GatewayYaml.Reading.Bad bad -> {
        assertThat(lines(bad)).isEmpty();
        throw new AssertionError("unreachable");
      }
    };
  }

  /** What is wrong with the document, line by line. */
  static List<String> problems(String document, Map<String, String> environment) {
    GatewayYaml.Reading reading = read(document, environment);
    return reading instanceof GatewayYaml.Reading.Bad bad ? lines(bad) : List.of();
  }

  private static List<String> lines(GatewayYaml.Reading.Bad bad) {
    return bad.problems().stream().map(problem -> problem.in("gateway.yaml")).toList();
  }
}
