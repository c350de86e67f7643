package dev.vorota.adapters.in.gateway.yaml.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OverridesTest {

  private static final String DOCUMENT =
      """
      proxies: ${PROXIES:}
      upstreams:
        chat-a: {endpoints: [one, two]}
      routes:
        - {id: home, limit: slow}
        - {id: web-socket, limit: slow}
      """;

  private final Problems problems = new Problems();

  @Test
  void replacesTheValueOfAKey() {
    assertThat(with("VOROTA__ROUTES__0__LIMIT", "fast")).contains("{id=home, limit=fast}");
  }

  @Test
  void findsAnItemByItsId() {
    assertThat(with("VOROTA__ROUTES__WEB_SOCKET__LIMIT", "fast"))
        .contains("{id=home, limit=slow}", "{id=web-socket, limit=fast}");
  }

  @Test
  void findsAKeyWithADash() {
    assertThat(with("VOROTA__UPSTREAMS__CHAT_A__ENDPOINTS__1", "three")).contains("[one, three]");
  }

  @Test
  void makesWhatIsNotThere() {
    assertThat(with("VOROTA__LIMITS__PUBLIC__RATE", "5")).endsWith("limits={public={rate=5}}}");
    assertThat(with("VOROTA__TOKENS__0", "5")).endsWith("tokens=[5]}");
  }

  @Test
  void putsAListInThePlaceOfAText() {
    assertThat(with("VOROTA__PROXIES__0", "10.0.0.1")).startsWith("{proxies=[10.0.0.1], ");
  }

  @Test
  void putsATextInThePlaceOfAList() {
    assertThat(with("VOROTA__UPSTREAMS__CHAT_A__ENDPOINTS", "one")).contains("{endpoints=one}");
  }

  @Test
  void leavesOtherVariablesAlone() {
    assertThat(with("VOROTA_ROUTES", "none")).isEqualTo(with("VOROTADATA", "none"));
  }

  @Test
  void namesTheVariableOfAnItemThatCanNotBe() {
    with("VOROTA__ROUTES__3__LIMIT", "fast");
    with("VOROTA__ROUTES__SOCKET__LIMIT", "fast");

    assertThat(problems.sorted())
        .extracting(problem -> problem.in("gateway.yaml"))
        .containsExactly(
            "VOROTA__ROUTES__3__LIMIT: routes: \"3\": expected the index of an item, 0 to 2, or"
                + " the id of one",
            "VOROTA__ROUTES__SOCKET__LIMIT: routes: \"SOCKET\": expected the index of an item, 0"
                + " to 2, or the id of one");
  }

  @Property
  void appendsItemsInTheOrderOfTheirIndexes(@ForAll @IntRange(min = 1, max = 120) int count) {
    Map<String, String> environment =
        IntStream.range(0, count)
            .boxed()
            .collect(Collectors.toMap(i -> "VOROTA__LIST__" + i, i -> "v" + i));

    String result = apply("list: []", environment);

    assertThat(result)
        .isEqualTo(
            IntStream.range(0, count)
                .mapToObj(i -> "v" + i)
                .collect(Collectors.joining(", ", "{list=[", "]}")));
    assertThat(problems.isEmpty()).isTrue();
  }

  private String with(String variable, String value) {
    return apply(DOCUMENT, Map.of(variable, value));
  }

  private String apply(String document, Map<String, String> environment) {
    Node root = Objects.requireNonNull(YamlTree.read(document.getBytes(UTF_8), problems));
    return words(Overrides.apply(root, environment, problems));
  }

  private static String words(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar.text();
      case Node.Listing(var items, _) ->
          words(items.stream().map(OverridesTest::words).toList(), "[", "]");
      case Node.Mapping(var entries, _) ->
          words(
              entries.stream().map(entry -> entry.key() + "=" + words(entry.value())).toList(),
              "{",
              "}");
    };
  }

  private static String words(List<String> parts, String start, String end) {
    return parts.stream().collect(Collectors.joining(", ", start, end));
  }
}
