package dev.vorota.gateway.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathRewriteTest {

  @ParameterizedTest
  @CsvSource({
    "/service, '', /service/api, /api",
    "/service, '', /service, /",
    "/service, '', /service/, /",
    "/service, '', /services, /services",
    "/service, /v1, /service/api, /v1/api",
    "/service, /v1, /service, /v1",
    "'', /v1, /api, /v1/api",
    "'', /v1, /, /v1/",
    "/ä b, /%7e, /%C3%A4%20b/c, /~/c"
  })
  void replacesPrefixesSegmentBySegment(String from, String to, String path, String rewritten) {
    assertThat(new PathRewrite.ReplacePrefix(from, to).apply(path, Map.of())).isEqualTo(rewritten);
  }

  @ParameterizedTest
  @CsvSource({
    "/service, '', /login, /service/login",
    "/service, '', /service/login, /service/login",
    "/service, /v1, /v1/login, /service/login",
    "'', /v1, /v1/login, /login",
    "'', /v1, /elsewhere, /elsewhere"
  })
  void turnsTheServicesPathsRound(String from, String to, String location, String outside) {
    assertThat(new PathRewrite.ReplacePrefix(from, to).outside(location)).isEqualTo(outside);
  }

  @Test
  void makesPathsFromVariables() {
    PathRewrite rewrite = new PathRewrite.Template(TextTemplate.path("/v2/{id}/x/{rest}"));

    assertThat(rewrite.variables()).containsExactlyInAnyOrder("id", "rest");
    assertThat(rewrite.apply("/ignored", Map.of("id", "7", "rest", "a/b")))
        .isEqualTo("/v2/7/x/a/b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "a}", "{}", "{a{b}", "}{"})
  void refusesBrokenTemplates(String text) {
    assertThatThrownBy(() -> TextTemplate.address(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @Test
  void writesTheTextOfATemplateInTheFormOfPaths() {
    assertThat(TextTemplate.path("/ä b/{id}/%7e").render(Map.of("id", "%20")))
        .isEqualTo("/%C3%A4%20b/%20/~");
    assertThat(TextTemplate.path("/ä/{id}")).hasToString("/ä/{id}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "g",
        "{id}",
        "/a?b={id}",
        "/a#b",
        "/a\r\nX: y",
        "/a/../{id}",
        "//{id}",
        "/a/{id}//b",
        "/a;b",
        "/%zz",
        "/a%2Fb",
        "/a/{"
      })
  void refusesTemplatesThatMakeNoPath(String text) {
    assertThatThrownBy(() -> TextTemplate.path(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(": " + text + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/new\n", "/a b", "/ä", "https://x/\u0000", "/{"})
  void refusesAddressesThatCantStandInAHead(String text) {
    assertThatThrownBy(() -> TextTemplate.address(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(": " + text + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"service", "/service/", "/a/../b", "/", "/a*", "/a/**", "/a/{id}", "/a?b", "/a;b"})
  void refusesWhatIsNoPrefix(String text) {
    assertThatThrownBy(() -> new PathRewrite.ReplacePrefix(text, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }
}
