package dev.vorota.app.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Many who ask for the same at once: one fetches, and whatever becomes of that, nobody is stranded.
 */
class CacheHerdTest extends CachePlaneTest {

  private static final String MINUTE = "Cache-Control: max-age=60";
  private static final int MANY = 100;

  private final List<RawConnection> herd = new ArrayList<>();

  CacheHerdTest() throws IOException {}

  @AfterEach
  void closeHerd() throws IOException {
    for (RawConnection each : herd) {
      each.close();
    }
  }

  @Test
  void hundredEqualMissesMakeOneRequest() throws IOException {
    client.send(get("/cached/a"));
    service().readHead();
    gather(MANY - 1, get("/cached/a"));
    assertThat(upstream.isAsked()).isFalse();

    service().send(ok("hello", MINUTE));

    assertThat(answer()).endsWith("hello");
    for (RawConnection each : herd) {
      assertThat(answer(each))
          .contains("cache-status: vorota; fwd=uri-miss; collapsed\r\n")
          .endsWith("hello");
    }
    assertThat(upstream.isAsked()).isFalse();
  }

  @Test
  void hundredOverTwoLoopsMakeOneRequest() throws IOException {
    try (TestGateway wide = TestSetup.before(upstream).on(0, 2).start()) {
      for (int i = 0; i < MANY; i++) {
        RawConnection each = wide.connect();
        herd.add(each);
        each.send(get("/cached/a"));
      }
      RawConnection only = service();
      only.readHead();
      only.send(ok("hello", MINUTE));
      for (RawConnection each : herd) {
        assertThat(answer(each)).endsWith("hello");
      }
      assertThat(upstream.isAsked()).isFalse();
      closeHerd();
    }
  }

  @Test
  void thunderOverAnExpiredOneMakesOneRequest() throws IOException {
    keep(get("/cached/a"), ok("old", MINUTE, "ETag: \"v1\""));
    gateway.pass(Duration.ofSeconds(60));
    client.send(get("/cached/a"));
    assertThat(service().readHead()).contains("if-none-match: \"v1\"\r\n");
    gather(20, get("/cached/a"));

    service().send("HTTP/1.1 304 Not Modified\r\n" + MINUTE + "\r\nETag: \"v1\"\r\n\r\n");

    assertThat(answer()).endsWith("old");
    for (RawConnection each : herd) {
      assertThat(answer(each)).contains("; collapsed\r\n").endsWith("old");
    }
  }

  @Test
  void goTheirOwnWaysWhereNothingMayBeKept() throws IOException {
    client.send(get("/cached/a"));
    service().readHead();
    gather(3, get("/cached/a"));

    service().send(ok("mine", "Cache-Control: private", "Connection: close"));

    assertThat(answer()).endsWith("mine");
    answerEachByItself("theirs");
    client.send(get("/cached/a"));
    try (RawConnection other = gateway.connect()) {
      other.send(get("/cached/a"));
      try (RawConnection one = upstream.accept();
          RawConnection two = upstream.accept()) {
        one.readHead();
        two.readHead(); // now it is known, and nobody waits
        one.send(ok("own", "Cache-Control: private"));
        two.send(ok("own", "Cache-Control: private"));
        assertThat(answer()).endsWith("own");
        assertThat(answer(other)).endsWith("own");
      }
    }
  }

  @Test
  void waitNoLongerThanIsSaid() throws IOException {
    client.send(get("/tuned/a"));
    service().readHead(); // and never answers
    gather(3, get("/tuned/a"));

    answerEachByItself("own");
  }

  @Test
  void oneMoreTriesWhenTheFirstFails() throws IOException {
    client.send(get("/cached/a"));
    RawConnection first = upstream.accept();
    first.readHead();
    gather(5, get("/cached/a"));
    first.close();

    assertThat(answer()).startsWith("HTTP/1.1 502 ");
    RawConnection second = upstream.accept();
    second.readHead();
    gateway.awaitLoop();
    assertThat(upstream.isAsked()).isFalse();
    second.send(ok("hello", MINUTE));
    for (RawConnection each : herd) {
      assertThat(answer(each)).endsWith("hello");
    }
    second.close();
  }

  @Test
  void allHearOfTheSecondFailure() throws IOException {
    client.send(get("/cached/a"));
    RawConnection first = upstream.accept();
    first.readHead();
    gather(5, get("/cached/a"));
    first.close();
    answer();
    RawConnection second = upstream.accept();
    second.readHead();
    gateway.awaitLoop();
    second.close();

    for (RawConnection each : herd) {
      assertThat(answer(each)).startsWith("HTTP/1.1 502 ");
    }
    assertThat(upstream.isAsked()).isFalse();
  }

  @Test
  void getWhatWasFetchedForOneWhoLeft() throws IOException {
    client.send(get("/cached/a"));
    service().readHead();
    gather(3, get("/cached/a"));
    service().send("HTTP/1.1 200 OK\r\n" + MINUTE + "\r\nContent-Length: 5\r\n\r\nhe");
    client.readHead();
    client.reset();
    gateway.awaitLoop();

    service().send("llo");

    for (RawConnection each : herd) {
      assertThat(answer(each)).endsWith("hello");
    }
  }

  @Test
  void getWhatIsFetchedForOneWhoLeftBeforeItBegan() throws IOException {
    client.send(get("/cached/a"));
    service().readHead();
    gather(3, get("/cached/a"));
    client.reset();
    gateway.awaitLoop();

    service().send(ok("hello", MINUTE));

    for (RawConnection each : herd) {
      assertThat(answer(each)).endsWith("hello");
    }
  }

  @Test
  void giveUpWhatNobodyWaitsFor() throws IOException {
    client.send(get("/cached/a"));
    service().readHead();
    client.reset();

    assertThat(service().isClosedByPeer()).isTrue();
  }

  @Test
  void doNotWaitForASlowReader() throws IOException {
    String body = "x".repeat(1_000_000);
    client.send(get("/cached/a"));
    service().readHead();
    gather(3, get("/cached/a"));
    service().sendInBackground(ok(body, MINUTE).getBytes(US_ASCII));

    for (RawConnection each : herd) { // the first one reads nothing
      assertThat(answer(each)).endsWith("\r\n\r\n" + body);
    }
    assertThat(answer()).endsWith("\r\n\r\n" + body);
  }

  @Test
  void doNotWaitForWhoGetsSomethingOfHisOwn() throws IOException {
    client.send(get("/cached/a", "Cookie: id=ann"));
    service().readHead(); // and is not answered
    gather(1, get("/cached/a"));
    try (RawConnection second = upstream.accept()) {
      assertThat(second.readHead()).doesNotContainIgnoringCase("cookie");
      gather(3, get("/cached/a"));
      assertThat(upstream.isAsked()).isFalse();
      second.send(ok("hello", MINUTE));
      for (RawConnection each : herd) {
        assertThat(answer(each)).endsWith("hello");
      }
    }
  }

  @Test
  void eachGetItsOwnVariant() throws IOException {
    client.send(get("/cached/a", "Accept-Language: de"));
    service().readHead();
    gather(1, get("/cached/a", "Accept-Language: de"));
    gather(2, get("/cached/a", "Accept-Language: fr"));

    service().send(ok("hallo", MINUTE, "Vary: Accept-Language"));

    assertThat(answer()).endsWith("hallo");
    assertThat(answer(herd.getFirst())).endsWith("hallo");
    assertThat(service().readHead()).contains("Accept-Language: fr\r\n");
    service().send(ok("salut", MINUTE, "Vary: Accept-Language"));
    assertThat(answer(herd.get(1))).endsWith("salut");
    assertThat(answer(herd.get(2))).endsWith("salut");
    assertThat(upstream.isAsked()).isFalse();
  }

  /** Lets so many more clients ask, and waits until the gateway has heard them. */
  private void gather(int count, String request) throws IOException {
    for (int i = 0; i < count; i++) {
      RawConnection each = gateway.connect();
      herd.add(each);
      each.send(request);
    }
    gateway.awaitLoop();
  }

  private void answerEachByItself(String body) throws IOException {
    List<RawConnection> services = new ArrayList<>();
    for (int i = 0; i < herd.size(); i++) {
      RawConnection each = upstream.accept();
      each.readHead();
      services.add(each);
    }
    for (RawConnection each : services) {
      each.send(ok(body, "Cache-Control: private", "Connection: close"));
    }
    for (RawConnection each : herd) {
      assertThat(answer(each)).endsWith(body);
    }
    for (RawConnection each : services) {
      each.close();
    }
  }
}
