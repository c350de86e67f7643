package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.resilience.BreakerPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A route whose upstream fails is not asked for a while. */
class BreakerTest extends PolicyTest {

  private static final Duration OPEN = Duration.ofSeconds(30);
  private static final BreakerPolicy POLICY =
      new BreakerPolicy(50, 3, Duration.ofMinutes(1), OPEN, 1);

  private final AtomicLong clock = new AtomicLong();
  private final TestGateway gateway =
      start(TestSetup.before(upstream).by(clock::get).with(within(null).with(POLICY)));
  private final RawConnection client = connect(gateway);

  BreakerTest() throws IOException {}

  @Test
  void isNotAskedWhenMostRequestsFailed() throws IOException {
    open();
    client.send(GET);

    assertThat(client.readHead())
        .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
        .containsOnlyOnce("retry-after: ")
        .contains("retry-after: 30\r\n");
    assertThat(client.read(60)).contains("urn:vorota:problem:circuit-open");
    assertThat(upstream.isAsked()).isFalse();
  }

  @Test
  void refusesABodyWithoutLosingTheConnection() throws IOException {
    open();
    client.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 4\r\n\r\nbody");
    String head = client.readHead();
    assertThat(head).startsWith("HTTP/1.1 503 ").doesNotContain("connection: close");
    client.readBody(head);
    client.send("GET /here HTTP/1.1\r\nHost: gate\r\n\r\n");

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 OK\r\n");
  }

  @Test
  void doesNotConcernOtherRoutes() throws IOException {
    open();
    client.send("GET /strip/x HTTP/1.1\r\nHost: gate\r\n\r\n");
    accept().send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void isAskedAgainOnceAProbeSucceeds() throws IOException {
    open();
    clock.addAndGet(OPEN.toNanos());
    client.send(GET);
    RawConnection service = accept();
    RawConnection other = connect(gateway);
    other.send(GET);
    assertThat(other.readHead()).startsWith("HTTP/1.1 503 ").contains("retry-after: 1\r\n");
    service.send(OK);
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    client.read(2);
    client.send(GET);
    service.readHead();
    service.send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void letsAnotherProbeThroughWhereAClientLeaves() throws IOException {
    open();
    clock.addAndGet(OPEN.toNanos());
    RawConnection leaving = connect(gateway);
    leaving.send(GET);
    RawConnection abandoned = accept();
    leaving.reset();
    assertThat(abandoned.isClosedByPeer()).isTrue();
    client.send(GET);
    accept().send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  /** Two fail with a status and one for want of an answer. */
  private void open() throws IOException {
    for (int i = 0; i < 3; i++) {
      RawConnection one = connect(gateway);
      one.send(GET);
      RawConnection service = accept();
      if (i < 2) {
        service.send(BROKEN);
      }
      service.close();
      assertThat(one.readHead()).startsWith(i < 2 ? "HTTP/1.1 500 " : "HTTP/1.1 502 ");
    }
  }
}
