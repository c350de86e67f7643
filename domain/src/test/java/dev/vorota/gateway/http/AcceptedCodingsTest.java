package dev.vorota.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an {@code Accept-Encoding} comes to, checked against a plain model. */
class AcceptedCodingsTest {

  /** An element as a client may write it, and what it means. */
  private record Element(
      String coding, @Nullable BigDecimal weight, String space, boolean capital) {

    String text() {
      String name = capital ? coding.toUpperCase(Locale.ROOT) : coding;
      return weight == null ? name : name + space + ";" + space + "q=" + weight + space;
    }

    int thousandths() {
      return weight == null ? 1_000 : weight.movePointRight(3).intValueExact();
    }
  }

  @Property
  void weighsEachCodingAsTheListSays(@ForAll("lists") List<Element> elements) {
    String value = String.join(", ", elements.stream().map(Element::text).toList());

    AcceptedCodings accepted = AcceptedCodings.of(List.of(value));

    for (ContentCoding coding : ContentCoding.values()) {
      int expected = said(elements, coding.token()).orElseGet(() -> said(elements, "*").orElse(-1));
      assertThat(accepted.weight(coding)).as(value).isEqualTo(expected);
    }
    assertThat(accepted.refusesIdentity()).isEqualTo(accepted.weight(ContentCoding.IDENTITY) == 0);
  }

  @Property
  void readsSeveralLinesAsOneList(@ForAll("lists") List<Element> elements) {
    List<String> lines = elements.stream().map(Element::text).toList();

    AcceptedCodings one = AcceptedCodings.of(List.of(String.join(",", lines)));
    AcceptedCodings several = AcceptedCodings.of(lines);

    for (ContentCoding coding : ContentCoding.values()) {
      assertThat(several.weight(coding)).isEqualTo(one.weight(coding));
    }
  }

  @Property
  void makesSomethingOfEveryText(@ForAll("texts") String value) {
    AcceptedCodings accepted = AcceptedCodings.of(List.of(value));

    for (ContentCoding coding : ContentCoding.values()) {
      assertThat(accepted.weight(coding)).isBetween(-1, 1_000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip;",
        "gzip;q",
        "gzip;q=",
        "gzip;q=2",
        "gzip;q=1.001",
        "gzip;q=0.0001",
        "gzip;q=.5",
        "gzip;q=-1",
        "gzip;q=1 x",
        "gzip x",
        "gzip;level=9",
        "gzipped",
        "g",
        ";q=1",
        "gzip;;q=1"
      })
  void passesOverWhatBreaksTheGrammar(String element) {
    AcceptedCodings accepted = AcceptedCodings.of(List.of(element + ", br;q=0.5"));

    assertThat(accepted.weight(ContentCoding.GZIP)).isEqualTo(-1);
    assertThat(accepted.weight(ContentCoding.BROTLI)).isEqualTo(500);
  }

  @Provide
  Arbitrary<List<Element>> lists() {
    Arbitrary<BigDecimal> weights =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(3);
    Arbitrary<Element> elements =
        Combinators.combine(
                Arbitraries.of("br", "gzip", "identity", "*", "zstd", "deflate"),
                weights.injectNull(0.3),
                Arbitraries.of("", " ", "\t"),
                Arbitraries.of(true, false))
            .as(Element::new);
    return elements.list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("br", "gzip", "*", "identity", ";", "q=", "0", "1", ".", "5", ",", " ")
        .list()
        .ofMaxSize(16)
        .map(parts -> String.join("", parts));
  }

  private static OptionalInt said(List<Element> elements, String coding) {
    List<Element> named = new ArrayList<>(elements);
    named.removeIf(element -> !element.coding().equals(coding));
    return named.stream().mapToInt(Element::thousandths).max();
  }
}
