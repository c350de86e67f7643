package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.adapters.in.gateway.cli.GatewayCommands;
import dev.vorota.adapters.in.gateway.yaml.GatewayYaml;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the manual: each is good, and does with requests what its comments say. */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("../docs/configuration.md");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SAID =
      Pattern.compile("^# (.+) is taken by (no route|\\S+)(?: as (\\S+))?$", Pattern.MULTILINE);
  private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|(\\S+)");

  @ParameterizedTest
  @MethodSource("examples")
  void exampleDoesWhatItSays(String example, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("gateway.yaml"), example);
    Files.writeString(
        Files.createDirectory(folder.resolve("public")).resolve("index.html"), "<p>hello</p>");

    assertThat(run("check", file.toString())).contains(" is good: ");
    for (MatchResult said : SAID.matcher(example).results().toList()) {
      List<String> arguments = new ArrayList<>(List.of("explain", "--config", file.toString()));
      Matcher argument = ARGUMENT.matcher(said.group(1));
      while (argument.find()) {
        arguments.add(argument.group(1) == null ? argument.group(2) : argument.group(1));
      }
      String told = run(arguments.toArray(String[]::new));
      if (said.group(2).equals("no route")) {
        assertThat(told).as(said.group()).contains("\nanswer     40");
      } else {
        assertThat(told).as(said.group()).contains("\ntaken by   " + said.group(2) + ", ");
      }
      if (said.group(3) != null) {
        assertThat(told)
            .as(said.group())
            .containsPattern("(: | to )" + Pattern.quote(said.group(3)) + "\n");
      }
    }
  }

  @Test
  void listsEveryKey() throws IOException {
    assertThat(Files.readString(PAGE)).contains("\n\n" + GatewayYaml.reference() + "## ");
  }

  static List<String> examples() throws IOException {
    return EXAMPLE.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter written = new PrintWriter(out);
    new GatewayCommands(new ConfigFile(Map.of()), written, written).run(arguments);
    return out.toString();
  }
}
