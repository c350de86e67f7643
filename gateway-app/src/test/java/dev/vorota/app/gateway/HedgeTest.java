package dev.vorota.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.HedgePolicy;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A second endpoint is asked beside one that is slow. */
class HedgeTest extends PolicyTest {

  HedgeTest() throws IOException {}

  @Test
  void letsTheSecondOneAnswerWhereTheFirstIsSlow() throws IOException {
    RawConnection client = connect(hedged(Duration.ofMillis(1)));
    client.send(GET);
    RawConnection slow = accept();
    RawConnection quick = accept();
    quick.send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    assertThat(client.read(2)).isEqualTo("ok");
    assertThat(slow.isClosedByPeer()).isTrue();
  }

  @Test
  void letsTheFirstOneAnswerWhereItIsQuickerAfterAll() throws IOException {
    RawConnection client = connect(hedged(Duration.ofMillis(1)));
    client.send(GET);
    RawConnection first = accept();
    RawConnection second = accept();
    first.send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    assertThat(second.isClosedByPeer()).isTrue();
    client.read(2);
    client.send(GET);
    first.readHead();
  }

  @Test
  void goesOnWithOneWhereTheOtherFails() throws IOException {
    RawConnection client = connect(hedged(Duration.ofMillis(1)));
    client.send(GET);
    RawConnection first = accept();
    RawConnection second = accept();
    first.close();
    second.send(OK);

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void answersWithTheFailureOfTheLastOne() throws IOException {
    RawConnection client = connect(hedged(Duration.ofMillis(1)));
    client.send(GET);
    RawConnection first = accept();
    RawConnection second = accept();
    second.close();
    first.close();

    assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
  }

  @Test
  void isNotDoneForWhatMustNotBeDoneTwiceOrHasABody() throws IOException {
    TestGateway gateway = start(hedged(Duration.ofMillis(1)));
    RawConnection posting = connect(gateway);
    posting.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 0\r\n\r\n");
    RawConnection posted = accept();
    RawConnection putting = connect(gateway);
    putting.send("PUT /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 4\r\n\r\nbody");
    RawConnection put = accept();
    RawConnection client = connect(gateway);
    client.send(GET);
    accept();
    accept().send(OK); // by now the others would have been hedged, too
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");

    assertThat(upstream.isAsked()).isFalse();
    posted.send(OK);
    put.send(OK);
    assertThat(posting.readHead()).startsWith("HTTP/1.1 200 ");
    assertThat(putting.readHead()).startsWith("HTTP/1.1 200 ");
  }

  private TestSetup hedged(Duration delay) {
    ForwardPolicy policy = within(null).with(new HedgePolicy(delay));
    return TestSetup.before(TestSetup.twice(upstream)).with(policy);
  }
}
