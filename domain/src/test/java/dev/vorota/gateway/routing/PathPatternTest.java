package dev.vorota.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

  @Test
  void bindsItsVariables() {
    PathPattern pattern = PathPattern.parse("/users/{id}/files/{*file}");

    assertThat(pattern.bind("/users/7/files/a/b")).isEqualTo(Map.of("id", "7", "file", "a/b"));
    assertThat(pattern.bind("/users/7/files")).isEqualTo(Map.of("id", "7", "file", ""));
    assertThat(pattern.bind("/users//files")).isNull();
    assertThat(pattern.bind("/users/7")).isNull();
    assertThat(pattern.variables()).containsExactlyInAnyOrder("id", "file");
  }

  @Test
  void readsLiteralsAsPeopleWriteThem() {
    PathPattern pattern = PathPattern.parse("/ворота/a b");

    assertThat(pattern.bind("/%D0%B2%D0%BE%D1%80%D0%BE%D1%82%D0%B0/a%20b")).isEmpty();
    assertThat(PathPattern.parse("/a%20b").bind("/a%20b")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/a/**, /a, true",
    "/a/b, /a, true",
    "/ab, /a, false",
    "/**, /a, false",
    "/é/a, /%C3%A9, true"
  })
  void knowsWhetherItLiesBelowAPrefix(String pattern, String prefix, boolean below) {
    assertThat(PathPattern.parse(pattern).liesBelow(prefix)).isEqualTo(below);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "/a//b",
        "/a/../b",
        "/{}",
        "/{a}/{a}",
        "/{*a}/b",
        "/**/b",
        "/a*",
        "/a{b}",
        "/{a-b}",
        "/a;b",
        "/a?b",
        "/a#b",
        "/a%2Fb",
        "/a%zz"
      })
  void refusesWhatIsNoPattern(String text) {
    assertThatThrownBy(() -> PathPattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Expected a path such as");
  }
}
