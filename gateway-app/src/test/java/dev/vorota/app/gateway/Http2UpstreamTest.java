package dev.vorota.app.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vorota.app.gateway.FrameUpstream.Heard;
import dev.vorota.gateway.resilience.ForwardPolicy;
import dev.vorota.gateway.resilience.RetryPolicy;
import dev.vorota.gateway.resilience.Timeouts;
import dev.vorota.gateway.transport.PoolPolicy;
import dev.vorota.gateway.transport.Protocol;
import dev.vorota.gateway.transport.TransportPolicy;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Upstreams that are spoken with in HTTP/2 without TLS; the same goes for those with. */
class Http2UpstreamTest {

  private static final String GET = "GET /open/a?b=c HTTP/1.1\r\nHost: gate\r\n\r\n";

  /** The frames as octets (RFC 9113, sections 6.5 and 6.7), of the latter the head. */
  private static final String EMPTY_SETTINGS = "\0\0\0\4\0\0\0\0\0";

  private static final String PING = "\0\0\b\6\0\0\0\0\0";

  private static final TransportPolicy CLEAR =
      new TransportPolicy(Protocol.H2C, null, PoolPolicy.DEFAULTS);

  private final FrameUpstream upstream = FrameUpstream.clear();
  private final TestGateway gateway = before(upstream).start();
  private final RawConnection client = gateway.connect();

  Http2UpstreamTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    client.close();
    gateway.close();
    upstream.close();
  }

  @Test
  void sendsTheHeadAsFieldsAndTheAnswerAsHttp1() throws Exception {
    client.send(
        "GET /open/a?b=c HTTP/1.1\r\nHost: gate\r\nX-Mixed: Case\r\nConnection: close, x-hop\r\n"
            + "X-Hop: gone\r\nTE: trailers\r\nKeep-Alive: 5\r\nCookie: a=b\r\n\r\n");
    Heard asked = upstream.head();

    assertThat(asked.fields())
        .containsEntry(":method", "GET")
        .containsEntry(":scheme", "http")
        .containsEntry(":path", "/open/a?b=c")
        .containsEntry(":authority", upstream.endpoint().toString())
        .containsEntry("x-mixed", "Case")
        .containsEntry("te", "trailers")
        .containsEntry("cookie", "a=b")
        .containsEntry("x-forwarded-for", "127.0.0.1")
        .doesNotContainKeys("host", "connection", "x-hop", "keep-alive", "transfer-encoding");
    assertThat(asked.isLast()).isTrue();
    asked.head(false, ":status", "203", "content-type", "text/plain", "x-a", "b");
    asked.data("hello", true);

    assertThat(client.readToEnd())
        .startsWith("HTTP/1.1 203 ")
        .contains("content-type: text/plain\r\n", "x-a: b\r\n", "via: 1.1 vorota\r\n")
        .endsWith("5\r\nhello\r\n0\r\n\r\n");
  }

  @Test
  void sendsManyExchangesOverOneConnection() throws Exception {
    List<RawConnection> clients = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      clients.add(gateway.connect().send(GET));
    }
    List<Heard> asked = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      asked.add(upstream.head());
    }
    for (Heard one : asked.reversed()) {
      one.head(false, ":status", "200", "content-length", "2").data("ok", true);
    }

    for (RawConnection one : clients) {
      one.readHead();
      assertThat(one.read(2)).isEqualTo("ok");
      one.close();
    }
    assertThat(upstream.connections()).isEqualTo(1);
  }

  @Test
  void carriesTrailersBothWays() throws Exception {
    client.send(
        "POST /open HTTP/1.1\r\nHost: gate\r\nTE: trailers\r\nConnection: TE\r\n"
            + "Content-Type: application/grpc\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "4\r\nping\r\n0\r\nx-checksum: 42\r\n\r\n");
    Heard asked = upstream.head();
    assertThat(asked.fields()).containsEntry("te", "trailers");
    assertThat(upstream.body()).isEqualTo("ping{x-checksum=42}");
    asked.head(false, ":status", "200", "content-type", "application/grpc");
    asked.data("pong", false);
    asked.head(true, "grpc-status", "0", "grpc-message", "fine");

    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    assertThat(client.read(50))
        .isEqualTo("4\r\npong\r\n0\r\ngrpc-status: 0\r\ngrpc-message: fine\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({"GET, 204", "GET, 304", "HEAD, 200", "GET, 200", "DELETE, 500"})
  void answersWithoutABody(String method, String status) throws Exception {
    client.send(method + " /open HTTP/1.1\r\nHost: gate\r\n\r\n");
    upstream.head().head(true, ":status", status);
    assertThat(client.readHead()).startsWith("HTTP/1.1 " + status + " ");
    client.send(GET);
    upstream.head().head(false, ":status", "200", "content-length", "2").data("ok", true);

    assertThat(client.readHead()).contains("content-length: 2\r\n");
    assertThat(client.read(2)).isEqualTo("ok");
  }

  @Test
  void passesInterimHeadsOn() throws Exception {
    client.send(GET);
    Heard asked = upstream.head();
    asked.head(false, ":status", "103", "link", "</a.css>").head(true, ":status", "200");

    assertThat(client.readHead()).startsWith("HTTP/1.1 103 ").contains("link: </a.css>\r\n");
    assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @CsvSource({
    ":status, 20",
    ":status, 2 0",
    ":status, 101",
    "connection, close",
    "transfer-encoding, chunked",
    "X-Upper, case",
    "content-length, 1x",
    "'x: y', z",
  })
  void answersForWhatIsNotGood(String name, String value) throws Exception {
    client.send(GET);
    Heard asked = upstream.head();
    if (name.equals(":status")) {
      asked.head(false, name, value);
    } else {
      asked.head(false, ":status", "200", name, value);
    }

    assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
    assertThat(client.read(60)).contains("urn:vorota:problem:upstream-malformed");
  }

  @ParameterizedTest
  @CsvSource({"3, toolong", "8, short"})
  void breaksOffWhereABodyIsNotAsLongAsItSaid(String length, String body) throws Exception {
    client.send(GET);
    upstream.head().head(false, ":status", "200", "content-length", length).data(body, true);

    assertThat(client.readHead()).startsWith("HTTP/1.1 ");
    assertThat(client.readToEnd().length()).isNotEqualTo(Integer.parseInt(length));
  }

  @Test
  void breaksOffWithAStreamThatIsReset() throws Exception {
    client.send(GET);
    Heard asked = upstream.head();
    asked.head(false, ":status", "200").data("part", false);
    client.readHead();
    assertThat(client.read(9)).isEqualTo("4\r\npart\r\n");
    asked.write(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));

    assertThat(client.readToEnd()).isEmpty();
  }

  @Test
  void sendsAgainWhatWasRefusedEvenWhereItIsUnsafe() throws Exception {
    try (TestGateway patient = before(upstream).with(retrying()).start();
        RawConnection other = patient.connect()) {
      other.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 0\r\n\r\n");
      upstream.head().write(new DefaultHttp2ResetFrame(Http2Error.REFUSED_STREAM));
      upstream.head().head(true, ":status", "201");

      assertThat(other.readHead()).startsWith("HTTP/1.1 201 ");
    }
  }

  @Test
  void sendsAgainWhatAGoingUpstreamHasNotLookedAtAndLetsTheRestEnd() throws Exception {
    try (TestGateway patient = before(upstream).with(retrying()).start();
        RawConnection first = patient.connect();
        RawConnection second = patient.connect()) {
      first.send(GET);
      Heard taken = upstream.head();
      second.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 0\r\n\r\n");
      upstream.head();
      taken.goAway();
      Heard again = upstream.head();
      assertThat(again.context()).isNotSameAs(taken.context());
      again.head(true, ":status", "201");
      taken.head(false, ":status", "200", "content-length", "2").data("ok", true);

      assertThat(second.readHead()).startsWith("HTTP/1.1 201 ");
      first.readHead();
      assertThat(first.read(2)).isEqualTo("ok");
    }
  }

  @Test
  void tellsOfWhatWasNotProcessed() throws Exception {
    client.send("POST /open HTTP/1.1\r\nHost: gate\r\nContent-Length: 0\r\n\r\n");
    upstream.head().write(new DefaultHttp2ResetFrame(Http2Error.REFUSED_STREAM));

    assertThat(client.readHead()).startsWith("HTTP/1.1 503 ");
    assertThat(client.read(80)).contains("urn:vorota:problem:upstream-not-processed");
  }

  @Test
  void makesAnotherConnectionWhereOneCarriesAsMuchAsItMay() throws Exception {
    try (FrameUpstream narrow =
            new FrameUpstream(Http2Settings.defaultSettings().maxConcurrentStreams(1), null);
        TestGateway wide = before(narrow).start();
        RawConnection first = wide.connect();
        RawConnection second = wide.connect()) {
      first.send(GET);
      narrow.head().head(true, ":status", "200");
      first.readHead();
      first.send(GET);
      Heard one = narrow.head();
      second.send(GET);
      Heard two = narrow.head();

      assertThat(narrow.connections()).isEqualTo(2);
      two.head(true, ":status", "201");
      one.head(true, ":status", "200");
      assertThat(second.readHead()).startsWith("HTTP/1.1 201 ");
      assertThat(first.readHead()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void waitsForRoomWhereThereMayBeNoOtherConnection() throws Exception {
    try (FrameUpstream narrow =
            new FrameUpstream(Http2Settings.defaultSettings().maxConcurrentStreams(1), null);
        TestGateway one =
            before(narrow)
                .with(new PoolPolicy(1, 1, Duration.ofSeconds(30), Duration.ofHours(1)))
                .start();
        RawConnection first = one.connect();
        RawConnection second = one.connect();
        RawConnection third = one.connect()) {
      first.send(GET);
      narrow.head().head(true, ":status", "200");
      first.readHead();
      first.send(GET);
      Heard asked = narrow.head();
      second.send(GET);
      one.awaitLoop();
      third.send(GET);

      assertThat(third.readHead()).startsWith("HTTP/1.1 503 ");
      assertThat(third.read(60)).contains("urn:vorota:problem:upstream-busy");
      asked.head(true, ":status", "200");
      narrow.head().head(true, ":status", "201");
      assertThat(second.readHead()).startsWith("HTTP/1.1 201 ");
      assertThat(narrow.connections()).isEqualTo(1);
    }
  }

  @Test
  void letsTheUpstreamHoldTheBodyBack() throws Exception {
    upstream.take(false);
    byte[] much = new byte[8 * 1_024 * 1_024];
    client.send("PUT /open HTTP/1.1\r\nHost: gate\r\nContent-Length: " + much.length + "\r\n\r\n");
    CompletableFuture<Void> sent = client.sendInBackground(much);
    Heard asked = upstream.head();
    int taken = 0;
    while (taken < 65_535) {
      Http2DataFrame data = (Http2DataFrame) upstream.next().frame();
      taken += data.content().readableBytes();
      data.release();
    }
    gateway.awaitLoop();

    assertThat(taken).isEqualTo(65_535);
    assertThat(upstream.waiting()).isZero();
    assertThat(sent).isNotDone();
    asked.head(false, ":status", "200", "content-length", "2").data("ok", true);
    client.readHead();
    assertThat(client.read(2)).isEqualTo("ok");
    assertThat(upstream.next().frame()).isInstanceOf(Http2ResetFrame.class);
  }

  @Test
  void readsNoMoreOfAnAnswerThanTheClientTakesAndGoesOnWithOthers() throws Exception {
    client.send(GET);
    Heard slow = upstream.head();
    slow.head(false, ":status", "200");
    for (int i = 0; i < 64; i++) {
      slow.write(new DefaultHttp2DataFrame(FrameUpstream.zeros(1_024 * 1_024), i == 63));
    }
    client.readHead();
    try (RawConnection other = gateway.connect()) {
      other.send(GET);
      upstream.head().head(false, ":status", "200", "content-length", "2").data("ok", true);
      other.readHead();
      assertThat(other.read(2)).isEqualTo("ok");
    }
    String all = client.read(64 * 1_024 * 1_024);
    assertThat(all.length()).isEqualTo(64 * 1_024 * 1_024);
  }

  @Test
  void streamsMuchBothWays() throws Exception {
    byte[] much = "0123456789abcdef".repeat(64 * 1_024).getBytes(ISO_8859_1);
    client.send("PUT /open HTTP/1.1\r\nHost: gate\r\nContent-Length: " + much.length + "\r\n\r\n");
    CompletableFuture<Void> sent = client.sendInBackground(much);
    Heard asked = upstream.head();
    String body = upstream.body();
    sent.get(10, TimeUnit.SECONDS);
    assertThat(body).hasSize(much.length).endsWith("abcdef");
    asked.head(false, ":status", "200", "content-length", Integer.toString(much.length));
    asked.data(body, true);

    client.readHead();
    assertThat(client.read(much.length)).isEqualTo(body);
  }

  @Test
  void givesAStreamUpWhenTheClientLeaves() throws Exception {
    client.send(GET);
    Heard asked = upstream.head();
    asked.head(false, ":status", "200").data("part", false);
    client.readHead();
    client.reset();
    asked.data("more", false);

    assertThat(upstream.next().frame()).isInstanceOf(Http2ResetFrame.class);
  }

  @Test
  void tellsOfAnUpstreamThatSpeaksAnotherLanguage() throws Exception {
    try (ScriptedUpstream old = new ScriptedUpstream();
        TestGateway wrong = TestSetup.before(old).with(CLEAR).start();
        RawConnection other = wrong.connect()) {
      other.send(GET);
      RawConnection service = old.accept();
      service.readHead();
      service.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");

      assertThat(other.readHead()).startsWith("HTTP/1.1 502 ");
      assertThat(other.read(60)).contains("urn:vorota:problem:upstream-malformed");
      service.close();
    }
  }

  @Test
  void tellsOfAnAnswerThatDoesNotBegin() throws Exception {
    Timeouts usual = Timeouts.DEFAULTS;
    Timeouts hasty =
        new Timeouts(usual.connect(), Duration.ofMillis(200), usual.idle(), usual.tunnel(), null);
    try (TestGateway impatient = before(upstream).waiting(hasty).start();
        RawConnection other = impatient.connect()) {
      other.send(GET);
      upstream.head();

      assertThat(other.readHead()).startsWith("HTTP/1.1 504 ");
      assertThat(other.read(80)).contains("urn:vorota:problem:upstream-first-byte-timeout");
    }
  }

  @Test
  void givesAConnectionUpThatNobodyIsAtAnyMore() throws Exception {
    PoolPolicy hasty = new PoolPolicy(8, 8, Duration.ofMillis(500), Duration.ofHours(1));
    try (ScriptedUpstream silent = new ScriptedUpstream();
        TestGateway gone = TestSetup.before(silent).with(CLEAR).with(hasty).start();
        RawConnection other = gone.connect()) {
      other.send(GET);
      RawConnection service = silent.accept();
      service.send(EMPTY_SETTINGS);

      assertThat(other.readHead()).startsWith("HTTP/1.1 502 ");
      assertThat(other.read(80)).contains("urn:vorota:problem:upstream-disconnected");
      assertThat(service.readToEnd()).contains(PING);
    }
  }

  @Test
  void refusesATunnel() throws Exception {
    client.send(DataPlaneTest.HANDSHAKE);

    assertThat(client.readHead()).startsWith("HTTP/1.1 501 ").doesNotContain("retry-after");
    assertThat(client.read(60)).contains("urn:vorota:problem:upstream-without-tunnel");
  }

  private static ForwardPolicy retrying() {
    return ForwardPolicy.of(Timeouts.DEFAULTS, RetryPolicy.DEFAULTS);
  }

  private static TestSetup before(FrameUpstream upstream) {
    return TestSetup.before(List.of(upstream.endpoint())).with(CLEAR);
  }
}
