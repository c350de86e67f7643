package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.adapters.in.gateway.http.FrontLimits;
import dev.vorota.gateway.resilience.Timeouts;
import dev.vorota.gateway.transport.PoolPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How each wait ends that is too long. The limit in question is a millisecond, others minutes. */
class TimeoutTest {

  private static final Duration HASTY = Duration.ofMillis(1);
  private static final Duration PATIENT = Duration.ofMinutes(1);

  /** Waits for hardly a moment until an upstream begins its answer, and for all else long. */
  static final Timeouts HASTY_FOR_AN_ANSWER = upstream(HASTY, PATIENT, PATIENT);

  private static final String GET = "GET /open HTTP/1.1\r\nHost: gate\r\n\r\n";
  private static final String LAST =
      "GET /open HTTP/1.1\r\nHost: gate\r\nConnection: close\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String PART = "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\npart";
  private static final int LONG = 24 * 1_024 * 1_024;

  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  TimeoutTest() throws IOException {}

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable last : opened) {
      last.close();
    }
    upstream.close();
  }

  @Test
  void answersAHeadThatIsNotWholeInTime() throws IOException {
    RawConnection client = clientOf(front(HASTY, PATIENT, PATIENT));
    client.send("GET / HTTP/1.1\r\nHos");

    assertThat(client.readToEnd())
        .startsWith("HTTP/1.1 408 Request Timeout\r\n")
        .contains("urn:vorota:problem:head-timeout", "connection: close");
  }

  @Test
  void answersABodyThatDoesNotGoOnInTime() throws IOException {
    RawConnection client = clientOf(front(PATIENT, PATIENT, HASTY));
    RawConnection service =
        ask(client, "POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 8\r\n\r\npart");

    assertThat(client.readToEnd())
        .startsWith("HTTP/1.1 408 Request Timeout\r\n")
        .contains("urn:vorota:problem:body-timeout", "connection: close");
    assertThat(service.readToEnd()).isEqualTo("part");
  }

  @Test
  void closesAConnectionThatIsStillBetweenRequests() throws IOException {
    assertThat(clientOf(front(PATIENT, HASTY, PATIENT)).readToEnd()).isEmpty();
  }

  @Test
  void closesAConnectionWhoseUnwantedBodyDoesNotGoOn() throws IOException {
    RawConnection client = clientOf(front(PATIENT, PATIENT, HASTY));
    client.send("POST /closed HTTP/1.1\r\nHost: gate\r\nContent-Length: 8\r\n\r\npart");

    assertThat(client.readToEnd().split("HTTP/1.1 ", -1)).hasSize(2);
  }

  /** One failure within a look at the limits must not be the end of all looks. */
  @Test
  void goesOnToWatchAfterAFailure() throws IOException {
    TestGateway gateway = gateway(front(HASTY, PATIENT, PATIENT), patient());
    gateway.refuseNextRecord();
    connect(gateway).send("GET / HTTP/1.1\r\nHos").readToEnd();

    assertThat(connect(gateway).send("GET / HTTP/1.1\r\nHos").readToEnd())
        .startsWith("HTTP/1.1 408 ");
  }

  @Test
  void answersForAnUpstreamThatDoesNotBeginInTime() throws IOException {
    RawConnection client = clientOf(HASTY_FOR_AN_ANSWER);
    RawConnection service = ask(client, GET);

    assertThat(client.readHead())
        .startsWith("HTTP/1.1 504 Gateway Timeout\r\n")
        .contains("retry-after: 1\r\n");
    assertThat(client.read(60)).contains("urn:vorota:problem:upstream-first-byte-timeout");
    assertThat(service.isClosedByPeer()).isTrue();
  }

  @Test
  void neverEndsTheWaitForAnAnswerEarly() throws IOException {
    RawConnection client = clientOf(upstream(Duration.ofMillis(200), PATIENT, PATIENT));
    long sent = System.nanoTime();
    ask(client, GET);
    client.readHead();

    assertThat(Duration.ofNanos(System.nanoTime() - sent))
        .isGreaterThanOrEqualTo(Duration.ofMillis(200));
  }

  @Test
  void answersForAnUpstreamThatStopsWithinAHead() throws IOException {
    RawConnection client = clientOf(upstream(PATIENT, HASTY, PATIENT));
    ask(client, GET).send("HTTP/1.1 200 O");

    assertThat(client.readHead()).startsWith("HTTP/1.1 504 Gateway Timeout\r\n");
    assertThat(client.read(60)).contains("urn:vorota:problem:upstream-idle-timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "part"})
  void breaksOffWhenAnUpstreamStopsBehindItsHead(String part) throws IOException {
    RawConnection client = clientOf(upstream(PATIENT, HASTY, PATIENT));
    RawConnection service =
        ask(client, GET).send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n" + part);

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n" + part);
    assertThat(service.isClosedByPeer()).isTrue();
  }

  /** That nothing more is read from the upstream is the client's doing, and the front's to end. */
  @Test
  void bearsWithAClientThatTakesItsTime() throws IOException {
    TestGateway gateway = gateway(FrontLimits.DEFAULTS, upstream(PATIENT, HASTY, PATIENT));
    RawConnection slow = connect(gateway);
    RawConnection service = ask(slow, GET);
    service.send("HTTP/1.1 200 OK\r\nContent-Length: " + LONG + "\r\n\r\n");
    CompletableFuture<Void> sending = service.sendInBackground(new byte[LONG]);
    for (int i = 0; i < 2; i++) {
      RawConnection other = connect(gateway);
      ask(other, GET).send(PART);
      assertThat(other.readToEnd()).endsWith("part"); // the limit has passed
    }
    slow.readHead();

    assertThat(slow.read(LONG)).hasSize(LONG);
    sending.join();
  }

  /** A connection that has begun to serve is not closed for having been idle before. */
  @Test
  void givesTheNextRequestTimeOfItsOwn() throws IOException {
    TestGateway gateway =
        opened(
            TestSetup.before(upstream)
                .waiting(upstream(PATIENT, HASTY, PATIENT))
                .with(new PoolPolicy(8, 0, HASTY, Duration.ofHours(1))));
    RawConnection client = connect(gateway);
    ask(client, GET + LAST).send("HTTP/1.1 200 O");
    RawConnection other = connect(gateway);
    RawConnection service = ask(other, GET).send(OK);
    other.readHead();
    service.readHead();
    service.send(OK);

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 504 ").contains("HTTP/1.1 200 OK\r\n");
  }

  @Test
  void endsATunnelInWhichNothingMoves() throws IOException {
    RawConnection client = clientOf(upstream(PATIENT, PATIENT, HASTY));
    RawConnection service = ask(client, DataPlaneTest.HANDSHAKE).send(DataPlaneTest.SWITCH);

    client.readHead();
    assertThat(client.isClosedByPeer()).isTrue();
    assertThat(service.isClosedByPeer()).isTrue();
  }

  private RawConnection clientOf(FrontLimits front) throws IOException {
    return connect(gateway(front, patient()));
  }

  private RawConnection clientOf(Timeouts timeouts) throws IOException {
    return connect(gateway(FrontLimits.DEFAULTS, timeouts));
  }

  private TestGateway gateway(FrontLimits front, Timeouts timeouts) throws IOException {
    return opened(TestSetup.before(upstream).within(front).waiting(timeouts));
  }

  private TestGateway opened(TestSetup setup) throws IOException {
    TestGateway gateway = setup.start();
    opened.push(gateway);
    return gateway;
  }

  private RawConnection connect(TestGateway gateway) throws IOException {
    RawConnection client = gateway.connect();
    opened.push(client);
    return client;
  }

  /** Sends a request, and returns the connection over which the upstream got its head. */
  private RawConnection ask(RawConnection client, String request) throws IOException {
    client.send(request);
    RawConnection service = upstream.accept();
    service.readHead();
    return service;
  }

  private static FrontLimits front(Duration head, Duration keepAlive, Duration idle) {
    return new FrontLimits(1_024, 10, head, keepAlive, idle, Duration.ofSeconds(1));
  }

  private static Timeouts patient() {
    return upstream(PATIENT, PATIENT, PATIENT);
  }

  private static Timeouts upstream(Duration firstByte, Duration idle, Duration tunnel) {
    return new Timeouts(Duration.ofSeconds(2), firstByte, idle, tunnel, null);
  }
}
