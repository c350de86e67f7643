package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.balancing.Balancing;
import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.endpoint.Member;
import dev.vorota.gateway.health.HealthPolicy;
import dev.vorota.gateway.resilience.Backoff;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.RetryBudgetPolicy;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.RetryPolicy.Cause;
import dev.vorota.gateway.resilience.Timeouts;
import dev.vorota.gateway.upstream.Discovery;
import dev.vorota.gateway.upstream.Upstream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, to whom and how often, when endpoints fail. */
class RetryTest extends PolicyTest {

  private static final String UNAVAILABLE =
      "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy";
  private static final int REPLAYED = 1_000;

  RetryTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void asksAnotherEndpointWhereOneTakesNoConnection(String method) throws IOException {
    Endpoint dead;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      dead = new Endpoint("127.0.0.1", gone.getLocalPort());
    }
    Endpoint alive = new Endpoint("127.0.0.1", upstream.port());
    RawConnection client =
        connect(TestSetup.before(List.of(dead, alive)).with(ForwardPolicy.DEFAULTS));
    String body = method.equals("POST") ? "Content-Length: 4\r\n\r\nbody" : "\r\n";
    RawConnection service = null;
    for (int i = 0; i < 4; i++) {
      client.send(method + " /open HTTP/1.1\r\nHost: gate\r\n" + body);
      if (service == null) {
        service = accept();
      } else {
        service.readHead();
      }
      if (method.equals("POST")) {
        assertThat(service.read(4)).isEqualTo("body");
      }
      service.send(OK);

      assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
      client.read(2);
    }
  }

  @Test
  void asksAnotherEndpointWhereOneSwallowsEveryAttemptToConnect() throws IOException {
    Timeouts usual = Timeouts.DEFAULTS;
    Timeouts timeouts =
        new Timeouts(
            Duration.ofMillis(250), usual.firstByte(), usual.idle(), usual.tunnel(), usual.total());
    try (BlackHole hole = new BlackHole()) {
      List<Endpoint> endpoints =
          List.of(
              new Endpoint("127.0.0.1", hole.port()), new Endpoint("127.0.0.1", upstream.port()));
      RawConnection client =
          connect(
              TestSetup.before(endpoints).with(ForwardPolicy.of(timeouts, RetryPolicy.DEFAULTS)));
      client.send(GET + GET);
      RawConnection service = accept().send(OK);
      client.readHead();
      service.readHead();
      service.send(OK);

      assertThat(client.read(2)).isEqualTo("ok");
      assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void asksAnotherEndpointWhereOneBreaksOff() throws IOException {
    TestGateway gateway = start(twoEndpoints(ForwardPolicy.DEFAULTS));
    RawConnection client = connect(gateway);
    client.send(GET);
    RawConnection first = upstream.accept();
    String asked = hostOf(first);
    first.close();
    RawConnection second = upstream.accept();
    String askedNext = hostOf(second);
    second.send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    assertThat(askedNext).isNotEqualTo(asked);
  }

  @Test
  void asksTheOnlyEndpointAgainAfterAPause() throws IOException {
    RawConnection client = connect(TestSetup.before(upstream).with(ForwardPolicy.DEFAULTS));
    client.send(GET);
    accept().close();
    accept().close();
    accept().send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void givesUpAfterSoManyRetries() throws IOException {
    RawConnection client = connect(TestSetup.before(upstream).with(ForwardPolicy.DEFAULTS));
    client.send(GET);
    for (int i = 0; i < 3; i++) {
      accept().close();
    }

    assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
    assertThat(client.read(60)).contains("upstream-disconnected");
    assertThat(upstream.isAsked()).isFalse();
  }

  @Test
  void asksAnotherEndpointWhereOneDoesNotBeginToAnswer() throws IOException {
    Timeouts hasty = TimeoutTest.HASTY_FOR_AN_ANSWER;
    RetryPolicy retries = on(Cause.FIRST_BYTE_TIMEOUT);
    RawConnection client = connect(twoEndpoints(ForwardPolicy.of(hasty, retries)));
    client.send(GET);
    String asked = hostOf(upstream.accept());
    String askedNext = hostOf(upstream.accept());

    assertThat(askedNext).isNotEqualTo(asked);
    assertThat(client.readHead()).startsWith("HTTP/1.1 504 ");
  }

  @Test
  void asksAnotherEndpointWhereOneAnswersWithAFailure() throws IOException {
    RawConnection client = connect(twoEndpoints(retrying(onStatus(503))));
    client.send(GET);
    RawConnection first = accept();
    first.send(UNAVAILABLE);
    RawConnection second = accept();
    second.send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    assertThat(client.read(2)).isEqualTo("ok");
    assertThat(first.isClosedByPeer()).isTrue();
  }

  @Test
  void passesTheLastFailureOnAsItIs() throws IOException {
    RawConnection client = connect(twoEndpoints(retrying(onStatus(503))));
    client.send(GET);
    accept().send(UNAVAILABLE);
    accept().send(UNAVAILABLE);

    assertThat(client.readHead()).startsWith("HTTP/1.1 503 ").contains("content-length: 4\r\n");
    assertThat(client.read(4)).isEqualTo("busy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"})
  void neverSendsAgainWhatMayHaveBeenDoneUnlessThatIsHarmless(String answer) throws IOException {
    RawConnection client = connect(twoEndpoints(retrying(onStatus(503))));
    client.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 4\r\n\r\nbody");
    RawConnection service = accept();
    assertThat(service.read(4)).isEqualTo("body");
    service.send(answer).close();

    assertThat(client.readHead()).startsWith(answer.isEmpty() ? "HTTP/1.1 502 " : "HTTP/1.1 503 ");
    assertThat(upstream.isAsked()).isFalse();
  }

  @Test
  void neverSendsAgainOnceTheAnswerHasBegun() throws IOException {
    RawConnection client = connect(twoEndpoints(ForwardPolicy.DEFAULTS));
    client.send(GET);
    accept().send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\npart").close();

    assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("part");
    assertThat(upstream.isAsked()).isFalse();
  }

  @Test
  void sendsABodyAgainThatWasKept() throws IOException {
    RawConnection client = connect(twoEndpoints(replaying()));
    String body = "x".repeat(REPLAYED);
    client.send("PUT /open HTTP/1.1\r\nHost: gate\r\nContent-Length: " + REPLAYED + "\r\n\r\n");
    RawConnection first = accept();
    client.send(body.substring(0, 400));
    assertThat(first.read(400)).hasSize(400);
    first.close();
    RawConnection second = accept();
    assertThat(second.read(400)).hasSize(400);
    client.send(body.substring(400));
    assertThat(second.read(600)).hasSize(600);
    second.send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void sendsChunksAndTrailersAgain() throws IOException {
    RawConnection client = connect(twoEndpoints(replaying()));
    client.send(
        "PUT /open HTTP/1.1\r\nHost: gate\r\nTransfer-Encoding: chunked\r\nTrailer: x-sum\r\n\r\n"
            + "4\r\nbody\r\n0\r\nX-Sum: 7\r\n\r\n");
    RawConnection first = accept();
    first.readHead(); // up to the empty line behind the trailers
    first.close();
    RawConnection second = accept();

    assertThat(second.readHead()).isEqualTo("4\r\nbody\r\n0\r\nX-Sum: 7\r\n\r\n");
    second.send(OK);
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void sendsNothingAgainWhoseBodyIsTooLongToBeKept() throws IOException {
    RawConnection client = connect(twoEndpoints(replaying()));
    int length = REPLAYED + 1;
    client.send("PUT /open HTTP/1.1\r\nHost: gate\r\nContent-Length: " + length + "\r\n\r\n");
    RawConnection first = accept();
    client.send("x".repeat(length));
    assertThat(first.read(length)).hasSize(length);
    first.close();

    assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
    assertThat(upstream.isAsked()).isFalse();
  }

  /** What is left of an outage is a fifth more than without it. */
  @Test
  void keepsRetriesWithinTheBudgetWhenEverythingFails() throws IOException {
    int requests = 300;
    Upstream failing =
        new Upstream(
            "failing",
            List.of(Member.of(new Endpoint("127.0.0.1", upstream.port()))),
            Discovery.DEFAULTS,
            new Balancing.RoundRobin(),
            HealthPolicy.DEFAULTS,
            new RetryBudgetPolicy(20, 0));
    RetryPolicy eager =
        new RetryPolicy(
            5, Set.of(Cause.DISCONNECT), Set.of(), new Backoff(Duration.ZERO, Duration.ZERO), 0);
    RawConnection client = connect(TestSetup.before(failing).with(retrying(eager)));
    AtomicInteger asked = new AtomicInteger();
    CompletableFuture<Void> service =
        CompletableFuture.runAsync(
            () -> {
              try {
                while (true) {
                  try (RawConnection connection = upstream.accept()) {
                    asked.incrementAndGet();
                    connection.readHead();
                  }
                }
              } catch (IOException closed) {
                // the test is over
              }
            });
    for (int i = 0; i < requests; i++) {
      client.send(GET);
      String head = client.readHead();
      assertThat(head).startsWith("HTTP/1.1 502 ");
      client.readBody(head);
    }
    upstream.close();
    service.join();

    assertThat(asked.get()).isBetween(requests + requests / 10, requests + requests / 5);
  }

  private TestSetup twoEndpoints(ForwardPolicy policy) {
    return TestSetup.before(TestSetup.twice(upstream)).with(policy);
  }

  private static ForwardPolicy replaying() {
    return retrying(
        new RetryPolicy(1, Set.of(Cause.DISCONNECT), Set.of(), Backoff.DEFAULTS, REPLAYED));
  }

  private static RetryPolicy on(Cause cause) {
    return new RetryPolicy(1, Set.of(cause), Set.of(), Backoff.DEFAULTS, REPLAYED);
  }

  private static RetryPolicy onStatus(int status) {
    return new RetryPolicy(
        1, Set.of(Cause.DISCONNECT, Cause.STATUS), Set.of(status), Backoff.DEFAULTS, REPLAYED);
  }

  /** What the gateway believes to ask. */
  private static String hostOf(RawConnection service) throws IOException {
    return service.readHead().lines().filter(line -> line.startsWith("host: ")).findAny().get();
  }
}
