package dev.vorota.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/a/b/",
        "//a//b",
        "/a.b/..c/...",
        "/%D0%B2%D0%BE%D1%80%D0%BE%D1%82%D0%B0",
        "/a%20b;c=d,e@f:!$&'()*+~",
        "/.well-known/jwks.json"
      })
  void takesPathsThatEverybodyReadsAlike(String path) {
    assertThat(RequestPath.isPlain(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.",
        "/..",
        "/a/./b",
        "/a/../b",
        "/a/..",
        "/a/%2e%2E/b",
        "/a/.%2e",
        "/a%2Fb",
        "/a%5cb",
        "/a\\b",
        "/a%00",
        "/a%7F",
        "/a%0d%0aX: y",
        "/a%",
        "/a%2",
        "/a%zz"
      })
  void refusesPathsThatSomebodyMightReadAsOthers(String path) {
    assertThat(RequestPath.isPlain(path)).isFalse();
  }
}
