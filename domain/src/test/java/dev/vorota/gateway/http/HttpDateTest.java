package dev.vorota.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

  /** The moment that RFC 9110 takes for its examples. */
  private static final long EXAMPLE = 784_111_777;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void readsTheThreeForms(String text) {
    assertThat(HttpDate.parse(text)).isEqualTo(EXAMPLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "Mon, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT ",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "1994-11-06T08:49:37Z"
      })
  void takesNoDateForWhatIsNone(String text) {
    assertThat(HttpDate.parse(text)).isEqualTo(HttpDate.NONE);
  }

  /** Up to the year 9999. */
  @Property
  void readsWhatItWrites(@ForAll @LongRange(min = 0, max = 253_402_300_799L) long epochSecond) {
    assertThat(HttpDate.parse(HttpDate.format(epochSecond))).isEqualTo(epochSecond);
  }
}
