package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.resilience.Backoff;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.Priority;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.RetryPolicy.Cause;
import dev.vorota.gateway.resilience.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Exchanges that take too long in all, and what the upstream is told of the time that is left. */
class TotalTimeoutTest extends PolicyTest {

  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  TotalTimeoutTest() throws IOException {}

  @Test
  void answersForAnUpstreamThatIsNotReadyInTime() throws IOException {
    RawConnection client = connect(TestSetup.before(upstream).with(within(SHORT)));
    client.send(GET);
    RawConnection service = accept();

    assertThat(client.readHead())
        .startsWith("HTTP/1.1 504 Gateway Timeout\r\n")
        .contains("retry-after: 1\r\n");
    assertThat(client.read(60)).contains("urn:vorota:problem:upstream-total-timeout");
    assertThat(service.isClosedByPeer()).isTrue();
  }

  @Test
  void breaksOffAnAnswerThatIsNotWholeInTime() throws IOException {
    RawConnection client = connect(TestSetup.before(upstream).with(within(SHORT)));
    client.send(GET);
    RawConnection service = accept().send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\npart");

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("part");
    assertThat(service.isClosedByPeer()).isTrue();
  }

  @Test
  void countsAllThatIsTriedInBetween() throws IOException {
    Timeouts usual = Timeouts.DEFAULTS;
    Timeouts timeouts = new Timeouts(usual.connect(), Duration.ofMillis(100), LONG, LONG, SHORT);
    RetryPolicy retries =
        new RetryPolicy(10, Set.of(Cause.FIRST_BYTE_TIMEOUT), Set.of(), Backoff.DEFAULTS, 1_000);
    RawConnection client =
        connect(
            TestSetup.before(TestSetup.twice(upstream)).with(ForwardPolicy.of(timeouts, retries)));
    client.send(GET);
    accept();
    accept();

    assertThat(client.readHead()).startsWith("HTTP/1.1 504 ");
    assertThat(client.read(60)).contains("urn:vorota:problem:upstream-total-timeout");
  }

  @Test
  void leavesATunnelAlone() throws IOException {
    TestGateway gateway = start(TestSetup.before(upstream).with(within(SHORT)));
    RawConnection client = connect(gateway);
    client.send(DataPlaneTest.HANDSHAKE);
    RawConnection service = accept().send(DataPlaneTest.SWITCH);
    client.readHead();
    RawConnection other = connect(gateway);
    other.send(GET);
    assertThat(other.readHead()).startsWith("HTTP/1.1 504 "); // the time of both is over

    client.send("ping");
    assertThat(service.read(4)).isEqualTo("ping");
    service.send("pong");
    assertThat(client.read(4)).isEqualTo("pong");
  }

  @Test
  void doesNotDisturbTheNextRequest() throws IOException {
    TestGateway gateway = start(TestSetup.before(upstream).with(within(SHORT)));
    RawConnection client = connect(gateway);
    client.send(GET);
    RawConnection service = accept().send(OK);
    client.readHead();
    client.read(2);
    RawConnection other = connect(gateway);
    other.send(GET);
    service.readHead();
    assertThat(other.readHead()).startsWith("HTTP/1.1 504 ");
    client.send(GET);
    accept().send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void tellsTheUpstreamHowManyMillisecondsAreLeft() throws IOException {
    Timeouts usual = Timeouts.DEFAULTS;
    ForwardPolicy policy =
        new ForwardPolicy(
            new Timeouts(usual.connect(), usual.firstByte(), LONG, LONG, LONG),
            RetryPolicy.NONE,
            null,
            null,
            Priority.NORMAL,
            "x-left-ms");
    RawConnection client = connect(TestSetup.before(upstream).with(policy));
    client.send(GET);
    RawConnection service = upstream.accept();
    String head = service.readHead();
    service.send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    String left = head.lines().filter(line -> line.startsWith("x-left-ms: ")).findAny().get();
    assertThat(Long.parseLong(left.substring("x-left-ms: ".length()))).isBetween(40_000L, 60_000L);
  }
}
