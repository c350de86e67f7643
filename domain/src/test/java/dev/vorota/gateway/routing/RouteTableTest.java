package dev.vorota.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vorota.gateway.http.Arrival;
import dev.vorota.gateway.http.Request;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

  private static final RequestPredicate POST = new RequestPredicate.Method(Set.of("POST"));
  private static final RequestPredicate MOBILE =
      new RequestPredicate.Value(
          RequestPredicate.Source.HEADER,
          "user-agent",
          new ValueTest.Text(ValueTest.Place.ANYWHERE, "mobile", true));

  @ParameterizedTest
  @CsvSource({
    "/users/me, exact",
    "/users/7, one",
    "/users/7/orders, orders",
    "/users/7/orders/3, below",
    "/users, below",
    "/users/, below",
    "/usersx, all",
    "/USERS/me, all",
    "/, all"
  })
  void takesThePathThatSaysMost(String path, String id) {
    RouteTable table =
        RouteTable.of(
            List.of(
                TestRoute.of("all", "/**"),
                TestRoute.of("below", "/users/**"),
                TestRoute.of("one", "/users/{id}"),
                TestRoute.of("orders", "/users/{id}/orders"),
                TestRoute.of("exact", "/users/me")));

    assertThat(idOf(table, TestArrival.of("GET " + path))).isEqualTo(id);
  }

  @Test
  void decidesBetweenPatternsAtTheFirstSegmentInWhichTheyDiffer() {
    RouteTable table =
        RouteTable.of(List.of(TestRoute.of("late", "/a/{x}/c"), TestRoute.of("early", "/a/b/**")));

    assertThat(idOf(table, TestArrival.of("GET /a/b/c"))).isEqualTo("early");
    assertThat(idOf(table, TestArrival.of("GET /a/x/c"))).isEqualTo("late");
  }

  @Test
  void takesTheHostThatSaysMostBeforeThePathAndThePriorityBeforeBoth() {
    RouteTable table =
        RouteTable.of(
            List.of(
                TestRoute.of("any", "/a"),
                TestRoute.of("wide", 0, "*.example.com", "/**"),
                TestRoute.of("narrow", 0, "*.eu.example.com", "/**"),
                TestRoute.of("named", 0, "api.eu.example.com", "/**"),
                TestRoute.of("first", 1, "", "/urgent/**")));

    assertThat(idOf(table, TestArrival.of("GET /a"))).isEqualTo("any");
    assertThat(idOf(table, TestArrival.of("GET /a", "Host: www.Example.com:8080")))
        .isEqualTo("wide");
    assertThat(idOf(table, TestArrival.of("GET /a", "Host: x.y.eu.example.com")))
        .isEqualTo("narrow");
    assertThat(idOf(table, TestArrival.of("GET /a", "Host: api.eu.example.com")))
        .isEqualTo("named");
    assertThat(idOf(table, TestArrival.of("GET /a", "Host: example.com"))).isEqualTo("any");
    assertThat(idOf(table, TestArrival.of("GET /urgent", "Host: api.eu.example.com")))
        .isEqualTo("first");
  }

  @Test
  void takesTheFirstDeclaredWhosePredicatesHold() {
    RouteTable table =
        RouteTable.of(
            List.of(
                TestRoute.of("mobile", "/", MOBILE),
                TestRoute.of("post", "/", POST),
                TestRoute.of("other", "/")));

    assertThat(idOf(table, TestArrival.of("POST /", "User-Agent: Some Mobile")))
        .isEqualTo("mobile");
    assertThat(idOf(table, TestArrival.of("POST /"))).isEqualTo("post");
    assertThat(idOf(table, TestArrival.of("GET /"))).isEqualTo("other");
  }

  @Test
  void fallsBackToAPathThatSaysLessWhereAPredicateDoesNotHold() {
    RouteTable table =
        RouteTable.of(List.of(TestRoute.of("post", "/a", POST), TestRoute.of("below", "/a/**")));

    assertThat(idOf(table, TestArrival.of("GET /a"))).isEqualTo("below");
  }

  @Test
  void tellsTheMethodsThatWouldFit() {
    RouteTable table =
        RouteTable.of(
            List.of(
                TestRoute.of("post", "/a/{id}", POST),
                TestRoute.of("mobile", "/a/**", MOBILE, POST),
                TestRoute.of("elsewhere", "/b", POST)));

    assertThat(table.find(TestArrival.of("GET /a/1"))).isNull();
    assertThat(table.methodsFor(TestArrival.of("GET /a/1"))).containsExactly("POST");
    assertThat(table.methodsFor(TestArrival.of("GET /a/1/2"))).isEmpty();
    assertThat(table.methodsFor(TestArrival.of("GET /c"))).isEmpty();
  }

  @Test
  void saysWhichRoutesCantBeReached() {
    RouteTable table =
        RouteTable.of(
            List.of(
                TestRoute.of("one", "/a/{id}"),
                TestRoute.of("two", "/a/{name}", POST),
                TestRoute.of("three", 1, "", "/a/*", POST),
                TestRoute.of("four", 0, "h", "/a/*")));

    assertThat(table.unreachable().keySet()).extracting(Route::id).containsExactly("two");
    assertThat(table.unreachable().values()).extracting(Route::id).containsExactly("one");
  }

  @Test
  void saysOfEachRouteWhyItDoesNotTakeTheRequest() {
    RouteTable table =
        RouteTable.of(
            List.of(
                TestRoute.of("host", 0, "h.example", "/a"),
                TestRoute.of("path", "/b"),
                TestRoute.of("post", "/a", POST),
                TestRoute.of("taken", "/a")));

    assertThat(table.explain(TestArrival.of("GET /a", "Host: x")))
        .extracting(verdict -> verdict.route().id() + ": " + verdict.obstacle())
        .containsExactly(
            "host: host h.example", "path: path /b", "post: method POST", "taken: null");
  }

  @Test
  void refusesTwoRoutesOfOneId() {
    assertThatThrownBy(
            () -> RouteTable.of(List.of(TestRoute.of("a", "/a"), TestRoute.of("a", "/b"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a");
  }

  /** What a route asks for is looked at only where host and path fit: here each look is counted. */
  @ParameterizedTest
  @ValueSource(ints = {10, 1_000, 10_000})
  void looksAtAsFewRoutesWhereThereAreMany(int count) {
    List<Route> routes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String path = i % 2 == 0 ? "/service-" + i + "/**" : "/service-" + i + "/users/{id}";
      routes.add(TestRoute.of("r" + i, 0, i % 3 == 0 ? "h" + i + ".x" : "", path, POST));
    }
    routes.add(TestRoute.of("all", "/**"));
    AtomicInteger looks = new AtomicInteger();
    Arrival counted = counted(TestArrival.of("POST /service-7/users/1", "Host: h6.x"), looks);

    RouteEntry found = RouteTable.of(routes).find(counted);

    assertThat(found).extracting(entry -> entry.route().id()).isEqualTo("r7");
    assertThat(looks).hasValue(2);
  }

  /** The dot at the end says that a name is whole; a service reads it as the same host. */
  @Test
  void knowsAHostByItsNameWithADotAtTheEnd() {
    RouteTable table =
        RouteTable.of(
            List.of(
                TestRoute.of("all", "/**"),
                TestRoute.of("named", 0, "admin.example.com", "/**"),
                TestRoute.of("wide", 0, "*.example.com", "/**")));

    assertThat(idOf(table, TestArrival.of("GET /", "Host: admin.example.com."))).isEqualTo("named");
    assertThat(idOf(table, TestArrival.of("GET /", "Host: Admin.example.com.:80")))
        .isEqualTo("named");
    assertThat(idOf(table, TestArrival.of("GET /", "Host: www.example.com."))).isEqualTo("wide");
    assertThat(idOf(table, TestArrival.of("GET /", "Host: ."))).isEqualTo("all");
  }

  /** With a time that grows with the square of the length, this takes minutes. */
  @Test
  @Timeout(20)
  void findsTheRouteOfAHostOfAnyLengthInTime() {
    RouteTable table =
        RouteTable.of(
            List.of(TestRoute.of("all", "/**"), TestRoute.of("wide", 0, "*.example.com", "/**")));
    String labels = "a.".repeat(1_000_000);

    assertThat(idOf(table, TestArrival.of("GET /", "Host: " + labels + "example.org")))
        .isEqualTo("all");
    assertThat(idOf(table, TestArrival.of("GET /", "Host: " + labels + "example.com")))
        .isEqualTo("wide");
  }

  private static Arrival counted(Arrival arrival, AtomicInteger looks) {
    return new Arrival() {
      @Override
      public Request request() {
        looks.incrementAndGet();
        return arrival.request();
      }

      @Override
      public String path() {
        return arrival.path();
      }

      @Override
      public InetAddress client() {
        return arrival.client();
      }
    };
  }

  private static String idOf(RouteTable table, TestArrival arrival) {
    RouteEntry entry = table.find(arrival);
    assertThat(entry).as("a route for %s", arrival).isNotNull();
    return entry == null ? "" : entry.route().id();
  }
}
