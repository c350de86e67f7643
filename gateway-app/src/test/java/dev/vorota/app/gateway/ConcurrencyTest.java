package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.endpoint.Endpoint;
import dev.vorota.gateway.resilience.ConcurrencyPolicy;
import dev.vorota.gateway.upstream.Upstream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An upstream that takes only so much at once. */
class ConcurrencyTest extends PolicyTest {

  private static final Duration PATIENT = Duration.ofMinutes(1);

  ConcurrencyTest() throws IOException {}

  @Test
  void letsARequestWaitForItsTurn() throws IOException {
    TestGateway gateway = start(limited(1, 1, PATIENT));
    RawConnection first = connect(gateway);
    RawConnection second = connect(gateway);
    first.send(GET);
    RawConnection service = accept();
    second.send(GET);
    gateway.awaitLoop();
    assertThat(upstream.isAsked()).isFalse();
    service.send(OK);
    assertThat(first.readHead()).startsWith("HTTP/1.1 200 ");
    service.readHead();
    service.send(OK);

    assertThat(second.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void takesTheBodyOfARequestOnceItsTurnHasCome() throws IOException {
    TestGateway gateway = start(limited(1, 1, PATIENT));
    RawConnection first = connect(gateway);
    RawConnection second = connect(gateway);
    first.send(GET);
    RawConnection service = accept();
    String half = "x".repeat(100_000);
    second.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 200000\r\n\r\n" + half);
    gateway.awaitLoop();
    service.send(OK);
    first.readHead();
    service.readHead();
    second.send(half);

    assertThat(service.read(200_000)).isEqualTo(half + half);
    service.send(OK);
    assertThat(second.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void refusesWhatFindsNoPlaceInTheQueue() throws IOException {
    TestGateway gateway = start(limited(1, 1, PATIENT));
    connect(gateway).send(GET);
    accept();
    connect(gateway).send(GET);
    gateway.awaitLoop();
    RawConnection third = connect(gateway);
    third.send(GET);

    assertThat(third.readHead())
        .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
        .contains("retry-after: 1\r\n");
    assertThat(third.read(60)).contains("urn:vorota:problem:upstream-overloaded");
  }

  @Test
  void refusesWhatHasWaitedTooLong() throws IOException {
    TestGateway gateway = start(limited(1, 1, Duration.ofMillis(1)));
    connect(gateway).send(GET);
    RawConnection service = accept();
    RawConnection second = connect(gateway);
    second.send(GET);
    assertThat(second.readHead()).startsWith("HTTP/1.1 503 ");
    assertThat(second.read(60)).contains("urn:vorota:problem:upstream-overloaded");
    service.send(OK);
    RawConnection third = connect(gateway);
    third.send(GET);
    service.readHead();
    service.send(OK);

    assertThat(third.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void givesThePlaceOfAClientThatLeavesToTheNext() throws IOException {
    TestGateway gateway = start(limited(1, 2, PATIENT));
    RawConnection first = connect(gateway);
    RawConnection second = connect(gateway);
    RawConnection third = connect(gateway);
    first.send(GET);
    RawConnection service = accept();
    second.send(GET);
    gateway.awaitLoop();
    third.send(GET);
    gateway.awaitLoop();
    second.reset();
    gateway.awaitLoop();
    first.reset();
    assertThat(service.isClosedByPeer()).isTrue();
    accept().send(OK);

    assertThat(third.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void doesNotCountATunnel() throws IOException {
    TestGateway gateway = start(limited(1, 0, PATIENT));
    RawConnection first = connect(gateway);
    first.send(DataPlaneTest.HANDSHAKE);
    accept().send(DataPlaneTest.SWITCH);
    first.readHead();
    RawConnection second = connect(gateway);
    second.send(GET);
    accept().send(OK);

    assertThat(second.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void holdsOverAllEventLoops() throws IOException {
    int most = 2;
    int clients = 8;
    TestGateway gateway = start(limited(most, clients, PATIENT).on(0, 2));
    List<RawConnection> all = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      all.add(
          connect(gateway).send(GET.replace("HTTP/1.1\r\n", "HTTP/1.1\r\nConnection: close\r\n")));
    }
    for (int answered = 0; answered < clients; answered += most) {
      List<RawConnection> asked = new ArrayList<>();
      for (int i = 0; i < most; i++) {
        asked.add(accept());
      }
      assertThat(upstream.isAsked()).isFalse();
      for (RawConnection service : asked) {
        service.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
      }
    }

    for (RawConnection client : all) {
      assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("ok");
    }
  }

  private TestSetup limited(int most, int queue, Duration queueTime) {
    Endpoint endpoint = new Endpoint("127.0.0.1", upstream.port());
    return TestSetup.before(
            Upstream.of("limited", List.of(endpoint))
                .with(new ConcurrencyPolicy(most, false, queue, queueTime)))
        .with(within(null));
  }
}
