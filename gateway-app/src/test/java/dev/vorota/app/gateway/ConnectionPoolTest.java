package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vorota.adapters.out.upstream.http.endpoint.PoolCounts;
import dev.vorota.gateway.resilience.Timeouts;
import dev.vorota.gateway.transport.PoolPolicy;
import dev.vorota.gateway.upstream.LiveUpstream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many connections an upstream gets, and for how long. */
class ConnectionPoolTest {

  private static final String GET = "GET /open HTTP/1.1\r\nHost: gate\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final Duration LONG = Duration.ofHours(1);

  private final ScriptedUpstream upstream = new ScriptedUpstream();

  ConnectionPoolTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    upstream.close();
  }

  @Test
  void letsRequestsWaitInTheirOrderAndRefusesThoseThatAreTooMany() throws IOException {
    try (TestGateway gateway = before(new PoolPolicy(1, 2, LONG, LONG)).start();
        RawConnection first = gateway.connect();
        RawConnection second = gateway.connect();
        RawConnection third = gateway.connect();
        RawConnection fourth = gateway.connect()) {
      first.send(GET);
      RawConnection service = upstream.accept();
      service.readHead();
      second.send("GET /open/second HTTP/1.1\r\nHost: gate\r\n\r\n");
      gateway.awaitLoop();
      third.send("POST /open/third HTTP/1.1\r\nHost: gate\r\nContent-Length: 4\r\n\r\nbody");
      gateway.awaitLoop();
      fourth.send(GET);

      assertThat(fourth.readHead()).startsWith("HTTP/1.1 503 ").contains("retry-after: 1\r\n");
      assertThat(fourth.read(60)).contains("urn:vorota:problem:upstream-busy");
      service.send(OK);
      first.readHead();
      assertThat(service.readHead()).startsWith("GET /open/second ");
      service.send(OK);
      second.readHead();
      assertThat(service.readHead()).startsWith("POST /open/third ");
      assertThat(service.read(4)).isEqualTo("body");
      service.send(OK);
      assertThat(third.readHead()).startsWith("HTTP/1.1 200 ");
      assertThat(upstream.isAsked()).isFalse();
    }
  }

  @Test
  void makesAnotherConnectionForThoseWhoWaitWhereOneIsLost() throws IOException {
    try (TestGateway gateway = before(new PoolPolicy(1, 1, LONG, LONG)).start();
        RawConnection first = gateway.connect();
        RawConnection second = gateway.connect()) {
      first.send(GET);
      RawConnection lost = upstream.accept();
      lost.readHead();
      second.send(GET);
      gateway.awaitLoop();
      lost.close();
      RawConnection next = upstream.accept();
      next.readHead();
      next.send(OK);

      assertThat(second.readHead()).startsWith("HTTP/1.1 200 ");
      assertThat(first.readHead()).startsWith("HTTP/1.1 502 ");
    }
  }

  @Test
  void waitsNoLongerThanAConnectionMayTake() throws IOException {
    Timeouts usual = Timeouts.DEFAULTS;
    Timeouts hasty =
        new Timeouts(Duration.ofMillis(200), usual.firstByte(), usual.idle(), usual.tunnel(), null);
    try (TestGateway gateway = before(new PoolPolicy(1, 1, LONG, LONG)).waiting(hasty).start();
        RawConnection first = gateway.connect();
        RawConnection second = gateway.connect()) {
      first.send(GET);
      RawConnection service = upstream.accept();
      service.readHead();
      second.send(GET);

      assertThat(second.readHead()).startsWith("HTTP/1.1 503 ");
      assertThat(second.read(60)).contains("urn:vorota:problem:upstream-busy");
      service.send(OK);
      assertThat(first.readHead()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void forgetsThoseWhoLeaveTheLine() throws IOException {
    try (TestGateway gateway = before(new PoolPolicy(1, 1, LONG, LONG)).start();
        RawConnection first = gateway.connect();
        RawConnection third = gateway.connect()) {
      first.send(GET);
      RawConnection service = upstream.accept();
      service.readHead();
      try (RawConnection second = gateway.connect()) {
        second.send(GET);
        gateway.awaitLoop();
        second.reset();
      }
      gateway.awaitLoop();
      third.send(GET);
      gateway.awaitLoop();
      service.send(OK);
      first.readHead();
      service.readHead();
      service.send(OK);

      assertThat(third.readHead()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void closesConnectionsThatHaveBecomeOldBehindTheirAnswer() throws IOException {
    try (TestGateway gateway = before(new PoolPolicy(8, 8, LONG, Duration.ofMillis(1))).start();
        RawConnection client = gateway.connect()) {
      client.send(GET);
      RawConnection service = upstream.accept();
      service.readHead();
      awaitCounts(gateway, new PoolCounts(1, 1, 0));
      service.send(OK);
      client.readHead();

      assertThat(client.read(2)).isEqualTo("ok");
      assertThat(service.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void closesUnusedConnectionsWithWhatIsNoEndpointAnyMore() throws IOException {
    try (TestGateway gateway = before(new PoolPolicy(8, 8, LONG, LONG)).start();
        RawConnection client = gateway.connect()) {
      client.send(GET);
      RawConnection service = upstream.accept();
      service.readHead();
      service.send(OK);
      client.readHead();
      LiveUpstream known = gateway.upstream();
      known.servedAt(known.declared().members().getFirst(), List.of("127.0.0.2"));

      assertThat(service.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void tellsHowMuchIsGoingOnAndForgetsWhatNobodyUses() throws IOException {
    try (TestGateway gateway = before(new PoolPolicy(1, 8, Duration.ofMillis(1), LONG)).start();
        RawConnection client = gateway.connect();
        RawConnection other = gateway.connect()) {
      client.send(GET);
      RawConnection service = upstream.accept();
      service.readHead();
      other.send(GET);
      awaitCounts(gateway, new PoolCounts(1, 1, 1));
      service.send(OK);
      service.readHead();
      service.send(OK);
      client.readHead();
      other.readHead();

      assertThat(service.isClosedByPeer()).isTrue();
      await().until(() -> gateway.endpoints().counts(gateway.upstream().declared()).isEmpty());
    }
  }

  private static void awaitCounts(TestGateway gateway, PoolCounts expected) {
    await()
        .until(
            () ->
                gateway
                    .endpoints()
                    .counts(gateway.upstream().declared())
                    .values()
                    .contains(expected));
  }

  private TestSetup before(PoolPolicy pool) {
    return TestSetup.before(upstream).with(pool);
  }
}
