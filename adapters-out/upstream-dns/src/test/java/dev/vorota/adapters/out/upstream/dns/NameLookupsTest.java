package dev.vorota.adapters.out.upstream.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vorota.gateway.balancing.Balancing;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.EndpointHealth;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.health.HealthPolicy;
import dev.vorota.gateway.resilience.RetryBudgetPolicy;
import dev.vorota.gateway.upstream.Discovery;
import dev.vorota.gateway.upstream.Discovery.Family;
import dev.vorota.gateway.upstream.LiveUpstream;
import dev.vorota.gateway.upstream.LiveUpstreams;
import dev.vorota.gateway.upstream.Upstream;
import dev.vorota.parts.LoopbackDns;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Names that a DNS server of the test's own stands for, on real sockets and a clock of the test's.
 */
class NameLookupsTest {

  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final NioEventLoopGroup group = new NioEventLoopGroup(1);
  private final EventLoop loop = group.next();
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger looksAtTheClock = new AtomicInteger();
  private final LiveUpstreams upstreams =
      new LiveUpstreams(
          () -> {
            looksAtTheClock.incrementAndGet();
            return now.get();
          });
  private final LoopbackDns dns = new LoopbackDns();
  private final NameLookups lookups =
      NameLookups.start(
          upstreams, loop, new Resolvers(loop, NioDatagramChannel::new, NioSocketChannel::new));

  NameLookupsTest() throws IOException {}

  @AfterEach
  void stop() {
    lookups.close();
    dns.close();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Test
  void findsAllAddressesOfAName() {
    dns.answers(30, "127.0.0.3", "127.0.0.2");
    LiveUpstream upstream = declare("users.example.", Family.IPV4);

    awaitAddresses(upstream, "127.0.0.2:8080", "127.0.0.3:8080");
    assertThat(upstream.members()).allMatch(member -> member.member().weight() == 7);
  }

  @Test
  void findsAddressesOfBothFamilies() {
    dns.answers(30, "2001:db8::1", "2001:db8::2");

    awaitAddresses(
        declare("users.example.", Family.IPV6), "[2001:db8::1]:8080", "[2001:db8::2]:8080");
  }

  @Test
  void looksAgainWhenTheAnswerHasRunOut() {
    dns.answers(10, "127.0.0.2", "127.0.0.3");
    LiveUpstream upstream = declare("users.example.", Family.IPV4);
    awaitAddresses(upstream, "127.0.0.2:8080", "127.0.0.3:8080");

    EndpointHealth stays = upstream.members().get(1);
    dns.answers(10, "127.0.0.3", "127.0.0.4");
    now.addAndGet(Duration.ofSeconds(9).toNanos());
    awaitTicks();
    assertThat(dns.questions()).isOne();
    now.addAndGet(Duration.ofSeconds(1).toNanos());

    awaitAddresses(upstream, "127.0.0.3:8080", "127.0.0.4:8080");
    assertThat(upstream.members().getFirst()).isSameAs(stays);
  }

  @Test
  void looksNeitherTooSoonNorTooLate() {
    dns.answers(0, "127.0.0.2");
    LiveUpstream upstream = declare("users.example.", Family.IPV4);
    awaitAddresses(upstream, "127.0.0.2:8080");
    now.addAndGet(SHORTEST.minusSeconds(1).toNanos());
    awaitTicks();
    assertThat(dns.questions()).isOne();

    dns.answers(1_000_000, "127.0.0.3");
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    awaitAddresses(upstream, "127.0.0.3:8080");
    dns.answers(1_000_000, "127.0.0.4");
    now.addAndGet(LONGEST.toNanos());
    awaitAddresses(upstream, "127.0.0.4:8080");
  }

  @Test
  void keepsTheLastAddressesWhileThereIsNoAnswerAndTakesTheNextOnes() {
    dns.answers(1, "127.0.0.2");
    LiveUpstream upstream = declare("users.example.", Family.IPV4);
    awaitAddresses(upstream, "127.0.0.2:8080");

    dns.answers(1);
    now.addAndGet(SHORTEST.toNanos());
    await().until(() -> dns.questions() > 1);
    awaitTicks();
    assertThat(addresses(upstream)).containsExactly("127.0.0.2:8080");

    dns.answers(1, "127.0.0.9");
    now.addAndGet(SHORTEST.toNanos());
    awaitAddresses(upstream, "127.0.0.9:8080");
  }

  @Test
  void bearsWithAServerThatSaysNothing() {
    dns.answers(1, "127.0.0.2");
    LiveUpstream upstream = declare("users.example.", Family.IPV4);
    awaitAddresses(upstream, "127.0.0.2:8080");

    dns.goesSilent();
    now.addAndGet(SHORTEST.toNanos());
    await().until(() -> dns.questions() > 1);
    dns.answers(1, "127.0.0.3");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              now.addAndGet(SHORTEST.toNanos());
              assertThat(addresses(upstream)).containsExactly("127.0.0.3:8080");
            });
  }

  @Test
  void asksNothingOfWhatIsNoName() {
    dns.answers(1, "127.0.0.9");
    LiveUpstream literal = declare("127.0.0.1", Family.ANY);
    LiveUpstream local = declare("localhost", Family.ANY);
    awaitAddresses(declare("users.example.", Family.IPV4), "127.0.0.9:8080");

    assertThat(addresses(literal)).containsExactly("127.0.0.1:8080");
    assertThat(addresses(local)).containsExactly("localhost:8080");
    assertThat(dns.questions()).isOne();
  }

  private LiveUpstream declare(String name, Family family) {
    Upstream upstream =
        new Upstream(
            "users",
            List.of(new Member(new Endpoint(name, 8080), 7)),
            new Discovery(
                List.of(new Endpoint("127.0.0.1", dns.port())), family, SHORTEST, LONGEST),
            Balancing.usual(),
            HealthPolicy.DEFAULTS,
            RetryBudgetPolicy.DEFAULTS);
    return upstreams.of(upstream);
  }

  private void awaitAddresses(LiveUpstream upstream, String... expected) {
    await().untilAsserted(() -> assertThat(addresses(upstream)).containsExactly(expected));
    awaitTicks();
  }

  /** Until the lookups have asked some times more whether they are due. */
  private void awaitTicks() {
    int before = looksAtTheClock.get();
    await().until(() -> looksAtTheClock.get() > before + 4);
  }

  private static List<String> addresses(LiveUpstream upstream) {
    return upstream.members().stream().map(EndpointHealth::toString).toList();
  }
}
