package dev.vorota.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
