package dev.vorota.adapters.in.gateway.yaml.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTreeTest {

  private final Problems problems = new Problems();

  @Test
  void knowsWhereEachValueStands() {
    assertThat(read("a: 1\nb:\n  - x\n  - {c: \"y z\"}\n"))
        .isEqualTo("{a@1:1=1@1:4, b@2:1=[x@3:5, {c@4:6=y z@4:9}]}");
  }

  @Test
  void readsAnAliasAsWhatItStandsFor() {
    assertThat(read("a: &one {x: 1}\nb: *one\nc: [*one]\n"))
        .isEqualTo("{a@1:1={x@1:10=1@1:13}, b@2:1={x@1:10=1@1:13}, c@3:1=[{x@1:10=1@1:13}]}");
  }

  @Test
  void takesOverWhatTheMergeKeyNames() {
    assertThat(read("a: &one {x: 1, y: 2}\nb: {<<: *one, y: 3}\n"))
        .endsWith("b@2:1={y@2:15=3@2:18, x@1:10=1@1:13}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`a: b: c` | gateway.yaml:1:5: expected YAML: mapping values are not allowed here",
        "`a: [1,` | gateway.yaml:1:7: expected YAML",
        "`a: 1\n b: 2` | gateway.yaml:2:3: expected YAML",
        "`a:\n\t- b` | gateway.yaml:2:1: expected YAML",
        "`a: {x: ${X:1}}` | gateway.yaml:1:",
        "`a: *none` | gateway.yaml:1:4: expected the anchor &none before its alias",
        "`a: &a [*a]` | gateway.yaml:1:8: expected the anchor &a before its alias",
        "`a: !!java.net.URL x` | gateway.yaml:1:4: expected no tag",
        "`a: !mine x` | gateway.yaml:1:4: expected no tag, not !mine",
        "`? [a]\n: b` | gateway.yaml:1:3: expected a name as key",
        "`a: 1\n---\nb: 2` | gateway.yaml:3:1: expected one document, not several",
        "`a: 1\nb: 2\na: 3` | gateway.yaml:3:1: a: expected each key once; it stands in line 1",
        "`a: [{x: 1, x: 2}]` | gateway.yaml:1:12: a[0].x: expected each key once",
        "`a: {<<: 1}` | gateway.yaml:1:9: a: \"1\": expected a mapping to merge",
        "`a: \\007` | gateway.yaml:1:4: expected YAML without the character U+0007",
      })
  void saysWhereItIsNotAsExpected(String text, String expected) {
    read(text.translateEscapes());
    assertThat(lines()).first().asString().startsWith(expected);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    YamlTree.read("a: 1\nb: é".getBytes(ISO_8859_1), problems);
    assertThat(lines()).containsExactly("gateway.yaml:2:4: expected UTF-8");
  }

  @Test
  void refusesADocumentThatIsTooLong() {
    read("a: " + "x".repeat(YamlTree.MAX_OCTETS));
    assertThat(lines()).containsExactly("gateway.yaml:1:1: expected at most 8388608 octets");
  }

  @Test
  void refusesAliasesThatGrowWithoutEnd() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a%d: &a%d [".formatted(i, i));
      bomb.append(String.join(", ", List.of(alias, alias, alias, alias, alias, alias)))
          .append("]\n");
    }
    read(bomb.toString());
    assertThat(lines()).singleElement().asString().contains("expected at most 250000 values");
  }

  @Test
  void refusesADocumentThatIsTooDeep() {
    read("[".repeat(500_000));
    assertThat(lines()).containsExactly("gateway.yaml:1:66: expected at most 64 levels");
  }

  @Property
  void neverThrows(@ForAll String text) {
    read(text);
  }

  private String read(String text) {
    Node root = YamlTree.read(text.getBytes(UTF_8), problems);
    return root == null ? "nothing" : words(root);
  }

  private List<String> lines() {
    return problems.sorted().stream().map(problem -> problem.in("gateway.yaml")).toList();
  }

  private static String words(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar.place().in(scalar.text()).replaceFirst(":", "@");
      case Node.Listing(var items, _) ->
          items.stream().map(YamlTreeTest::words).collect(Collectors.joining(", ", "[", "]"));
      case Node.Mapping(var entries, _) ->
          entries.stream()
              .map(
                  entry ->
                      entry.place().in(entry.key()).replaceFirst(":", "@")
                          + "="
                          + words(entry.value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
