package dev.vorota.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.routing.TestArrival;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ValuesOfRequestsTest {

  @Test
  void readsQueryParametersAsFormsWriteThem() {
    String query = "a=1&b=x+y%21&a=2&flag&=nameless&a";

    assertThat(QueryParameters.of(query, "a")).containsExactly("1", "2", "");
    assertThat(QueryParameters.of(query, "b")).containsExactly("x y!");
    assertThat(QueryParameters.of(query, "flag")).containsExactly("");
    assertThat(QueryParameters.of(query, "c")).isEmpty();
    assertThat(QueryParameters.of("a=%zz", "a")).containsExactly("%zz");
    assertThat(QueryParameters.of(null, "a")).isEmpty();
    assertThat(QueryParameters.of("", "a")).isEmpty();
  }

  @Test
  void readsCookiesFromAllFields() {
    List<String> fields = List.of("a=1; b=\"two\"", "a=3;c", " d = 4 ");

    assertThat(Cookies.of(fields, "a")).containsExactly("1", "3");
    assertThat(Cookies.of(fields, "b")).containsExactly("two");
    assertThat(Cookies.of(fields, "d")).containsExactly("4");
    assertThat(Cookies.of(fields, "c")).isEmpty();
  }

  @Test
  void takesWhatCantBeDecodedAsItStands() {
    assertThat(QueryParameters.of("%6e=1&%6E=2", "n")).containsExactly("1", "2");
    assertThat(QueryParameters.of("a=%&a=%4&a=%+1&a=%-1&a=100%25", "a"))
        .containsExactly("%", "%4", "%+1", "%-1", "100%");
    assertThat(QueryParameters.of("a=%C3%A4+%ff", "a")).containsExactly("ä \ufffd");
  }

  /** With a time that grows with the square of the length, each of these takes minutes. */
  @Test
  @Timeout(20)
  void takesTimeInProportionToTheLengthWhateverIsSent() {
    int many = 4_000_000;

    assertThat(QueryParameters.of("&".repeat(many), "a")).isEmpty();
    assertThat(QueryParameters.of("b&".repeat(many) + "a=1", "a")).containsExactly("1");
    assertThat(QueryParameters.of("%z&".repeat(many), "a")).isEmpty();
    assertThat(Cookies.of(List.of(";".repeat(many)), "a")).isEmpty();
    assertThat(Cookies.of(List.of("b;".repeat(many) + "a=1"), "a")).containsExactly("1");
  }

  @Test
  void readsTheFirstParameterOfAName() {
    assertThat(QueryParameters.first("b=1&a=x+y&a=2", "a")).isEqualTo("x y");
    assertThat(QueryParameters.first("a&a=2", "a")).isEmpty();
    assertThat(QueryParameters.first("ab=1", "a")).isNull();
    assertThat(QueryParameters.first(null, "a")).isNull();
  }

  @Test
  void readsTheFirstCookieOfAName() {
    Request request =
        TestArrival.of("GET /", "Cookie: aa=0; a=\"1\"; a=2", "Cookie: b=3; =4", "Cookie: c");

    assertThat(Cookies.first(request, "a")).isEqualTo("1");
    assertThat(Cookies.first(request, "b")).isEqualTo("3");
    assertThat(Cookies.first(request, "c")).isNull();
    assertThat(Cookies.first(request, "")).isNull();
    assertThat(Cookies.first(TestArrival.of("GET /"), "a")).isNull();
  }
}
