package dev.vorota.gateway.routing;

import static dev.vorota.gateway.routing.RequestPredicate.Source.COOKIE;
import static dev.vorota.gateway.routing.RequestPredicate.Source.HEADER;
import static dev.vorota.gateway.routing.RequestPredicate.Source.QUERY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.access.AddressBlocks;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestPredicateTest {

  private static final TestArrival ARRIVAL =
      TestArrival.of("GET /a?beta&v=2", "Host: h.x", "Cookie: lab=1", "X-Tag: one", "X-Tag: Two");

  private static final RequestPredicate HOLDS = new RequestPredicate.Method(Set.of("GET", "HEAD"));
  private static final RequestPredicate FAILS = new RequestPredicate.Method(Set.of("POST"));

  @Test
  void looksAtEveryValueOfAName() {
    assertThat(header(text(ValueTest.Place.WHOLE, "Two", false)).test(ARRIVAL)).isTrue();
    assertThat(header(text(ValueTest.Place.WHOLE, "two", false)).test(ARRIVAL)).isFalse();
    assertThat(header(text(ValueTest.Place.WHOLE, "two", true)).test(ARRIVAL)).isTrue();
    assertThat(header(text(ValueTest.Place.START, "on", false)).test(ARRIVAL)).isTrue();
    assertThat(header(text(ValueTest.Place.END, "ne", false)).test(ARRIVAL)).isTrue();
    assertThat(header(text(ValueTest.Place.ANYWHERE, "WO", true)).test(ARRIVAL)).isTrue();
    assertThat(header(text(ValueTest.Place.END, "longer than one", false)).test(ARRIVAL)).isFalse();
    assertThat(header(new ValueTest.OneOf(Set.of("ONE"), true)).test(ARRIVAL)).isTrue();
    assertThat(header(new ValueTest.OneOf(Set.of("ONE"), false)).test(ARRIVAL)).isFalse();
  }

  @Test
  void looksAtQueryCookieAndClient() {
    assertThat(value(QUERY, "beta", new ValueTest.Present()).test(ARRIVAL)).isTrue();
    assertThat(value(QUERY, "gamma", new ValueTest.Present()).test(ARRIVAL)).isFalse();
    assertThat(value(COOKIE, "lab", text(ValueTest.Place.WHOLE, "1", false)).test(ARRIVAL))
        .isTrue();
    assertThat(client("127.0.0.0/8").test(ARRIVAL)).isTrue();
    assertThat(client("10.0.0.0/8").test(ARRIVAL)).isFalse();
  }

  @Test
  void combines() {
    assertThat(RequestPredicate.all(List.of(HOLDS, HOLDS)).test(ARRIVAL)).isTrue();
    assertThat(RequestPredicate.all(List.of(HOLDS, FAILS)).test(ARRIVAL)).isFalse();
    assertThat(RequestPredicate.any(List.of(FAILS, HOLDS)).test(ARRIVAL)).isTrue();
    assertThat(RequestPredicate.any(List.of(FAILS)).test(ARRIVAL)).isFalse();
    assertThat(new RequestPredicate.Not(FAILS).test(ARRIVAL)).isTrue();
  }

  @Test
  void saysWhatItWantsAndWhatThereIs() {
    RequestPredicate predicate = value(HEADER, "x-tag", text(ValueTest.Place.END, "x", true));

    assertThat(predicate).hasToString("header x-tag ending with \"x\" in any case");
    assertThat(predicate.actual(ARRIVAL)).isEqualTo("one, Two");
    assertThat(RequestPredicate.all(List.of(HOLDS, FAILS)).actual(ARRIVAL)).isEqualTo("GET");
    assertThat(RequestPredicate.any(List.of(predicate, FAILS)).actual(ARRIVAL))
        .isEqualTo("one, Two; GET");
    assertThat(RequestPredicate.any(List.of(HOLDS, FAILS)))
        .hasToString("any of (method GET or HEAD; method POST)");
    assertThat(new RequestPredicate.Not(FAILS)).hasToString("not (method POST)");
  }

  private static RequestPredicate header(ValueTest test) {
    return value(HEADER, "x-tag", test);
  }

  private static RequestPredicate value(
      RequestPredicate.Source source, String name, ValueTest test) {
    return new RequestPredicate.Value(source, name, test);
  }

  private static RequestPredicate client(String block) {
    return new RequestPredicate.Client(AddressBlocks.of(List.of(block)));
  }

  private static ValueTest text(ValueTest.Place place, String text, boolean ignoreCase) {
    return new ValueTest.Text(place, text, ignoreCase);
  }
}
