package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vorota.gateway.balancing.Balancing;
import dev.vorota.gateway.balancing.HashKey;
import dev.vorota.gateway.balancing.SlowStart;
import dev.vorota.gateway.balancing.StickyCookie;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.upstream.Upstream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which of three endpoints answers, as a client sees it. */
class BalancingTest {

  private static final Pattern NAME = Pattern.compile("X-Name: (\\w)\r\n");
  private static final Pattern MARK = Pattern.compile("set-cookie: (at=[0-9a-f]{16}); (.+)\r\n");

  private final Map<String, NamedService> services =
      Map.of("a", new NamedService("a"), "b", new NamedService("b"), "c", new NamedService("c"));

  BalancingTest() throws IOException {}

  @Test
  void sharesByTheWeightsThatAreDeclared() throws IOException {
    try (TestGateway gateway = gateway(new Balancing.Weighted(SlowStart.NONE));
        RawConnection client = gateway.connect()) {
      assertThat(shares(client, 70)).isEqualTo(Map.of("a", 40, "b", 20, "c", 10));
    }
  }

  /** Five sigmas: a sound gateway fails here once in a million times, were its dice not given. */
  @Test
  void sharesByTheWeightsWhereChanceDecides() throws IOException {
    int requests = 700;
    try (TestGateway gateway = gateway(Balancing.usual());
        RawConnection client = gateway.connect()) {
      assertThat((double) shares(client, requests).getOrDefault("a", 0))
          .isCloseTo(requests * 4 / 7.0, within(5 * Math.sqrt(requests * 4 / 7.0 * 3 / 7.0)));
    }
  }

  @Test
  void sparesAnEndpointThatHasMuchToDo() throws IOException {
    try (TestGateway gateway = gateway(new Balancing.LeastRequest(SlowStart.NONE));
        RawConnection waiting = gateway.connect();
        RawConnection client = gateway.connect()) {
      waiting.send("GET /open/held HTTP/1.1\r\nHost: gate\r\n\r\n");
      gateway.awaitLoop();
      Map<String, Integer> shares = shares(client, 30);
      services.values().forEach(NamedService::let);

      assertThat(shares).hasSize(2).doesNotContainKey(nameIn(waiting.readHead()));
    }
  }

  @Test
  void keepsAKeyAtItsEndpointForAsLongAsThatIsThere() throws IOException {
    Balancing hash =
        new Balancing.Hash(
            new HashKey.Header("x-user"), Balancing.Hash.USUAL_LOAD, Balancing.usual());
    try (TestGateway gateway = gateway(hash);
        RawConnection client = gateway.connect()) {
      Map<String, String> before = namesByUser(client);
      assertThat(namesByUser(client)).isEqualTo(before);
      assertThat(before).containsValues("a", "b", "c");

      service("b").close();
      Map<String, String> after = namesByUser(client);

      assertThat(after).doesNotContainValue("b");
      before.entrySet().removeIf(entry -> entry.getValue().equals("b"));
      assertThat(after).containsAllEntriesOf(before);
    }
  }

  @Test
  void bringsAClientBackByItsCookie() throws IOException {
    try (TestGateway gateway = gateway(sticky());
        RawConnection client = gateway.connect()) {
      String first = ask(client, "");
      assertThat(first).contains("Set-Cookie: own=1\r\n");
      String mark = markIn(first);

      for (int i = 0; i < 20; i++) {
        String next = ask(client, "Cookie: x=y; " + mark + "\r\n");
        assertThat(nameIn(next)).isEqualTo(nameIn(first));
        assertThat(next).contains("Set-Cookie: own=1\r\n").doesNotContain("at=");
      }
    }
  }

  @Test
  void givesAClientWhoseEndpointIsGoneAnotherOne() throws IOException {
    try (TestGateway gateway = gateway(sticky());
        RawConnection client = gateway.connect()) {
      String first = ask(client, "");
      service(nameIn(first)).close();

      String second = ask(client, "Cookie: " + markIn(first) + "\r\n");
      String third = ask(client, "Cookie: " + markIn(second) + "\r\n");

      assertThat(nameIn(second)).isNotEqualTo(nameIn(first));
      assertThat(nameIn(third)).isEqualTo(nameIn(second));
      assertThat(third).doesNotContain("at=");
    }
  }

  @AfterEach
  void close() throws IOException {
    for (NamedService service : services.values()) {
      service.close();
    }
  }

  private TestGateway gateway(Balancing balancing) throws IOException {
    List<Member> members =
        List.of(
            new Member(service("a").endpoint(), 4),
            new Member(service("b").endpoint(), 2),
            new Member(service("c").endpoint(), 1));
    return TestSetup.before(Upstream.of("named", members, balancing))
        .with(ForwardPolicy.DEFAULTS)
        .start();
  }

  private NamedService service(String name) {
    return Objects.requireNonNull(services.get(name));
  }

  private static Balancing sticky() {
    return new Balancing.Sticky(
        new StickyCookie("at", "/", null, false), new Balancing.RoundRobin());
  }

  private static Map<String, Integer> shares(RawConnection client, int requests)
      throws IOException {
    Map<String, Integer> shares = new HashMap<>();
    for (int i = 0; i < requests; i++) {
      shares.merge(nameIn(ask(client, "")), 1, Integer::sum);
    }
    return shares;
  }

  private static Map<String, String> namesByUser(RawConnection client) throws IOException {
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      String user = "user-" + i;
      names.put(user, nameIn(ask(client, "X-User: " + user + "\r\n")));
    }
    return names;
  }

  private static String ask(RawConnection client, String fields) throws IOException {
    return client.send("GET /open HTTP/1.1\r\nHost: gate\r\n" + fields + "\r\n").readHead();
  }

  private static String nameIn(String head) {
    return only(NAME, head);
  }

  private static String markIn(String head) {
    return only(MARK, head);
  }

  private static String only(Pattern pattern, String head) {
    Matcher matcher = pattern.matcher(head);
    assertThat(matcher.find()).as(head).isTrue();
    return matcher.group(1);
  }
}
