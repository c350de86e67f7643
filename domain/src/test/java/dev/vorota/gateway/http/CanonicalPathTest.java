package dev.vorota.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/a/b/",
        "/a.b/..c/...",
        "/%D0%B2%D0%BE%D1%80%D0%BE%D1%82%D0%B0",
        "/a%20b,c=d,e@f:!$&'()*+~",
        "/a%25b%3Fc%23d%3Be",
        "/.well-known/jwks.json"
      })
  void keepsWhatIsCanonical(String path) {
    assertThat(CanonicalPath.of(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "/%61dmin, /admin",
    "/%41%2d%7e, /A-~",
    "/users%3Aexport, /users:export",
    "/users/%40me, /users/@me",
    "/a%24b, /a$b",
    "/%d0%b2, /%D0%B2",
    "/a%2525, /a%2525",
    "/a\"b<c>, /a%22b%3Cc%3E",
    "/a|b^c, /a%7Cb%5Ec",
    "/.%61, /.a"
  })
  void writesEachPathInOneForm(String path, String canonical) {
    assertThat(CanonicalPath.of(path)).isEqualTo(canonical);
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
        "/%2e",
        "//",
        "//a",
        "/a//b",
        "/a//",
        "/a%2Fb",
        "/a%2f",
        "/a%5cb",
        "/a\\b",
        "/a;b",
        "/a;jsessionid=1/b",
        "/a%00",
        "/a%7F",
        "/a%0d%0aX: y",
        "/a%",
        "/a%2",
        "/a%zz",
        "/a%u0041",
        "/%C0%AF",
        "/%E0%80%AF",
        "/%FF",
        "/%D0",
        "/%ED%A0%80"
      })
  void refusesWhatSomebodyMightReadAsAnotherPath(String path) {
    assertThat(CanonicalPath.of(path)).isNull();
  }

  @Property
  void isCanonicalOnceItIs(@ForAll("paths") String path) {
    String canonical = CanonicalPath.of(path);

    assertThat(canonical == null || canonical.equals(CanonicalPath.of(canonical))).isTrue();
  }

  @Property
  void readsTheSameHoweverItIsEncoded(@ForAll("segments") String segment) {
    StringBuilder encoded = new StringBuilder("/x");
    segment.chars().forEach(c -> encoded.append("%%%02x".formatted(c)));

    assertThat(CanonicalPath.of(encoded.toString())).isEqualTo("/x" + segment);
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of("/", "a", ".", "..", "%2e", "%2F", "%61", "%c3%a9", "%", ";", "~", "|")
        .list()
        .ofMaxSize(8)
        .map(parts -> "/" + String.join("", parts));
  }

  @Provide
  Arbitrary<String> segments() {
    return Arbitraries.strings().withChars("abzAZ059-._~!$&'()*+,=:@").ofMaxLength(12);
  }
}
