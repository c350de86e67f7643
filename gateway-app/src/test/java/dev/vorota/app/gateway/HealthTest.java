package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vorota.gateway.balancing.Balancing;
import dev.vorota.gateway.endpoint.Absence.Reason;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.health.CheckPolicy;
import dev.vorota.gateway.health.HealthPolicy;
import dev.vorota.gateway.health.OutlierPolicy;
import dev.vorota.gateway.health.Question;
import dev.vorota.gateway.health.StatusRange;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.RetryBudgetPolicy;
import dev.vorota.gateway.upstream.Discovery;
import dev.vorota.gateway.upstream.Upstream;
import dev.vorota.parts.LoopbackDns;
import dev.vorota.parts.LoopbackPorts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What clients see of endpoints that are sick, dead, or somewhere else: nothing. */
class HealthTest {

  private static final String GET = "GET /open/ HTTP/1.1\r\nHost: gate\r\n\r\n";
  private static final int MANY = 60;

  @Test
  void asksOnlyTheSoundOnesAndTheOthersAgainWhenTheyAreBack() throws IOException {
    try (CheckedService one = new CheckedService("one");
        CheckedService other = new CheckedService("other");
        TestGateway gateway = checked(one, other).start();
        RawConnection client = gateway.connect()) {
      assertThat(names(client)).containsExactly("one", "other");

      one.isSound(false);
      await().until(() -> !health(gateway, one).isAvailable());
      assertThat(names(client)).containsExactly("other");
      assertThat(health(gateway, one).absence(Reason.CHECK))
          .hasFieldOrPropertyWithValue("text", "status 500");

      one.isSound(true);
      await().until(() -> health(gateway, one).isAvailable());
      assertThat(names(client)).containsExactly("one", "other");
    }
  }

  @Test
  void asksAllWhenNoneIsSound() throws IOException {
    try (CheckedService one = new CheckedService("one");
        CheckedService other = new CheckedService("other");
        TestGateway gateway = checked(one, other).start();
        RawConnection client = gateway.connect()) {
      one.isSound(false);
      other.isSound(false);
      await()
          .until(
              () -> !health(gateway, one).isAvailable() && !health(gateway, other).isAvailable());

      assertThat(names(client)).containsExactly("one", "other");
    }
  }

  @Test
  void ejectsADeadOneAtOnceAndNoClientNotices() throws IOException {
    CheckedService mortal = new CheckedService("mortal");
    try (mortal;
        CheckedService other = new CheckedService("other");
        TestGateway gateway =
            TestSetup.before(upstream(null, OutlierPolicy.DEFAULTS, mortal, other))
                .with(ForwardPolicy.DEFAULTS)
                .start();
        RawConnection client = gateway.connect()) {
      assertThat(names(client)).containsExactly("mortal", "other");
      mortal.close();

      assertThat(names(client)).containsExactly("other");
      EndpointHealth health = health(gateway, mortal);
      assertThat(health.absence(Reason.OUTLIER)).isNotNull();
      assertThat(health.counts().failures()).isEqualTo(OutlierPolicy.DEFAULTS.failures());
    }
  }

  @Test
  void followsANameToItsNewAddresses() throws IOException {
    int port = LoopbackPorts.free();
    try (CheckedService before = new CheckedService("before", "127.0.0.2", port);
        CheckedService after = new CheckedService("after", "127.0.0.3", port);
        LoopbackDns dns = new LoopbackDns()) {
      dns.answers(1, "127.0.0.2");
      Upstream upstream =
          new Upstream(
              "named",
              List.of(Member.of(new Endpoint("users.example.", port))),
              new Discovery(
                  List.of(new Endpoint("127.0.0.1", dns.port())),
                  Discovery.Family.IPV4,
                  Duration.ofMillis(100),
                  Duration.ofSeconds(1)),
              Balancing.usual(),
              HealthPolicy.DEFAULTS,
              RetryBudgetPolicy.DEFAULTS);
      try (TestGateway gateway = TestSetup.before(upstream).start();
          RawConnection client = gateway.connect()) {
        await().until(() -> addresses(gateway).contains("127.0.0.2:" + port));
        assertThat(names(client)).containsExactly("before");

        dns.answers(1);
        int asked = dns.questions();
        await().until(() -> dns.questions() > asked + 2);
        assertThat(names(client)).as("while DNS knows nothing").containsExactly("before");

        dns.answers(1, "127.0.0.3");
        await().until(() -> addresses(gateway).contains("127.0.0.3:" + port));
        assertThat(names(client)).containsExactly("after");
        assertThat(after.requests()).isEqualTo(MANY);
        assertThat(before.requests()).isEqualTo(2 * MANY);
      }
    }
  }

  /** The names of those that answer many requests, none of which fails. */
  private static Set<String> names(RawConnection client) throws IOException {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < MANY; i++) {
      client.send(GET);
      String head = client.readHead();
      assertThat(head).startsWith("HTTP/1.1 200 ");
      int at = head.toLowerCase(Locale.ROOT).indexOf("content-length: ") + 16;
      names.add(client.read(Integer.parseInt(head, at, head.indexOf('\r', at), 10)));
    }
    return names;
  }

  private static EndpointHealth health(TestGateway gateway, CheckedService service) {
    return gateway.upstream().members().stream()
        .filter(member -> member.endpoint().equals(service.endpoint()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> addresses(TestGateway gateway) {
    return gateway.upstream().members().stream().map(EndpointHealth::toString).toList();
  }

  private static TestSetup checked(CheckedService... services) {
    CheckPolicy checks =
        new CheckPolicy(
            new Question.Http("GET", "/health", null, List.of(StatusRange.SUCCESS), null),
            Duration.ofMillis(20),
            Duration.ofSeconds(2),
            2,
            2,
            true);
    return TestSetup.before(upstream(checks, OutlierPolicy.OFF, services));
  }

  private static Upstream upstream(
      @Nullable CheckPolicy checks, OutlierPolicy outliers, CheckedService... services) {
    return new Upstream(
        "named",
        Stream.of(services).map(CheckedService::endpoint).map(Member::of).toList(),
        Discovery.DEFAULTS,
        Balancing.usual(),
        new HealthPolicy(checks, outliers),
        RetryBudgetPolicy.DEFAULTS);
  }
}
