package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.adapters.in.gateway.http.FrontLimits;
import dev.vorota.adapters.out.upstream.http.UpstreamLimits;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How each wait ends that is too long. The limit in question is a millisecond, others minutes. */
class TimeoutTest {

  private static final Duration HASTY = Duration.ofMillis(1);
  private static final Duration PATIENT = Duration.ofMinutes(1);
  private static final String GET = "GET /open HTTP/1.1\r\nHost: gate\r\n\r\n";
  private static final String SWITCH =
      "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";

  private final ScriptedUpstream upstream = new ScriptedUpstream();

  TimeoutTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    upstream.close();
  }

  @Test
  void answersAHeadThatIsNotWholeInTime() throws IOException {
    try (TestGateway gateway = before(front(HASTY, PATIENT, PATIENT), patient());
        RawConnection client = gateway.connect()) {
      client.send("GET / HTTP/1.1\r\nHos");

      assertThat(client.readToEnd())
          .startsWith("HTTP/1.1 408 Request Timeout\r\n")
          .contains("urn:vorota:problem:head-timeout", "connection: close");
    }
  }

  @Test
  void answersABodyThatDoesNotGoOnInTime() throws IOException {
    try (TestGateway gateway = before(front(PATIENT, PATIENT, HASTY), patient());
        RawConnection client = gateway.connect()) {
      client.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 8\r\n\r\npart");
      RawConnection service = upstream.accept();
      service.readHead();

      assertThat(client.readToEnd())
          .startsWith("HTTP/1.1 408 Request Timeout\r\n")
          .contains("urn:vorota:problem:body-timeout", "connection: close");
      assertThat(service.readToEnd()).isEqualTo("part");
    }
  }

  @Test
  void closesAConnectionThatIsStillBetweenRequests() throws IOException {
    try (TestGateway gateway = before(front(PATIENT, HASTY, PATIENT), patient());
        RawConnection client = gateway.connect()) {
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void closesAConnectionWhoseUnwantedBodyDoesNotGoOn() throws IOException {
    try (TestGateway gateway = before(front(PATIENT, PATIENT, HASTY), patient());
        RawConnection client = gateway.connect()) {
      client.send("POST /closed HTTP/1.1\r\nHost: gate\r\nContent-Length: 8\r\n\r\npart");

      assertThat(client.readToEnd().split("HTTP/1.1 ", -1)).hasSize(2);
    }
  }

  @Test
  void answersForAnUpstreamThatDoesNotBeginInTime() throws IOException {
    UpstreamLimits limits = upstream(HASTY, PATIENT, PATIENT);
    try (TestGateway gateway = before(FrontLimits.DEFAULTS, limits);
        RawConnection client = gateway.connect()) {
      client.send(GET);
      RawConnection service = upstream.accept();
      service.readHead();

      assertThat(client.readHead())
          .startsWith("HTTP/1.1 504 Gateway Timeout\r\n")
          .contains("retry-after: 1\r\n");
      assertThat(client.read(60)).contains("urn:vorota:problem:upstream-first-byte-timeout");
      assertThat(service.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void answersForAnUpstreamThatStopsWithinAHead() throws IOException {
    UpstreamLimits limits = upstream(PATIENT, HASTY, PATIENT);
    try (TestGateway gateway = before(FrontLimits.DEFAULTS, limits);
        RawConnection client = gateway.connect()) {
      client.send(GET);
      upstream.accept().send("HTTP/1.1 200 O");

      assertThat(client.readHead()).startsWith("HTTP/1.1 504 Gateway Timeout\r\n");
      assertThat(client.read(60)).contains("urn:vorota:problem:upstream-idle-timeout");
    }
  }

  @Test
  void breaksOffWhenAnUpstreamStopsWithinABody() throws IOException {
    UpstreamLimits limits = upstream(PATIENT, HASTY, PATIENT);
    try (TestGateway gateway = before(FrontLimits.DEFAULTS, limits);
        RawConnection client = gateway.connect()) {
      client.send(GET);
      RawConnection service = upstream.accept();
      service.send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\npart");

      assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\npart");
      service.readHead();
      assertThat(service.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void endsATunnelInWhichNothingMoves() throws IOException {
    UpstreamLimits limits = upstream(PATIENT, PATIENT, HASTY);
    try (TestGateway gateway = before(FrontLimits.DEFAULTS, limits);
        RawConnection client = gateway.connect()) {
      client.send(
          "GET /open HTTP/1.1\r\nHost: gate\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
      RawConnection service = upstream.accept();
      service.readHead();
      service.send(SWITCH);

      client.readHead();
      assertThat(client.isClosedByPeer()).isTrue();
      assertThat(service.isClosedByPeer()).isTrue();
    }
  }

  private TestGateway before(FrontLimits front, UpstreamLimits limits) throws IOException {
    return TestGateway.before(upstream, front, limits);
  }

  private static FrontLimits front(Duration head, Duration keepAlive, Duration idle) {
    return new FrontLimits(1_024, 10, head, keepAlive, idle, Duration.ofSeconds(1));
  }

  private static UpstreamLimits patient() {
    return upstream(PATIENT, PATIENT, PATIENT);
  }

  private static UpstreamLimits upstream(Duration firstByte, Duration idle, Duration tunnelIdle) {
    return new UpstreamLimits(
        Duration.ofSeconds(2), firstByte, idle, tunnelIdle, Duration.ofMinutes(1), 8);
  }
}
