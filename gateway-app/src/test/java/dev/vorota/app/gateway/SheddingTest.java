package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.OverloadPolicy;
import dev.vorota.gateway.resilience.Priority;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.Timeouts;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A gateway that has more to do than it can: one exchange is as much as its loop may have. */
class SheddingTest extends PolicyTest {

  SheddingTest() throws IOException {}

  @Test
  void refusesWhatIsLessImportant() throws IOException {
    TestGateway gateway = start(of(Priority.LOW));
    RawConnection first = connect(gateway);
    RawConnection second = connect(gateway);
    first.send(GET);
    RawConnection service = accept();
    second.send(GET);
    RawConnection other = accept();
    RawConnection third = connect(gateway);
    third.send(GET);
    assertThat(third.readHead())
        .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
        .contains("retry-after: 1\r\n");
    assertThat(third.read(60)).contains("urn:vorota:problem:gateway-overloaded");
    service.send(OK);
    first.readHead();
    other.send(OK);
    second.readHead();
    RawConnection fourth = connect(gateway);
    fourth.send(GET);
    other.readHead();
    other.send(OK);

    assertThat(fourth.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void neverRefusesWhatIsImportant() throws IOException {
    TestGateway gateway = start(of(Priority.HIGH));
    for (int i = 0; i < 10; i++) {
      connect(gateway).send(GET);
      accept();
    }
  }

  @Test
  void doesNotCountTunnels() throws IOException {
    TestGateway gateway = start(of(Priority.LOW));
    for (int i = 0; i < 5; i++) {
      RawConnection client = connect(gateway);
      client.send(DataPlaneTest.HANDSHAKE);
      accept().send(DataPlaneTest.SWITCH);
      assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
    }
  }

  private TestSetup of(Priority priority) {
    ForwardPolicy policy =
        new ForwardPolicy(Timeouts.DEFAULTS, RetryPolicy.NONE, null, null, priority, null);
    return TestSetup.before(upstream)
        .with(policy)
        .shedding(new OverloadPolicy(Duration.ofHours(1), 1));
  }
}
