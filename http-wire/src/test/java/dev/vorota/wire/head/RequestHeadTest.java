package dev.vorota.wire.head;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {

  private static final String GOOD =
      "POST /service/api/login?a=b HTTP/1.1\r\n"
          + "Host: gate.example:8080\r\n"
          + "Content-Length: 12\r\n"
          + "X-Empty:\r\n"
          + "X-Spaced: \t two words \t\r\n"
          + "X-Twice: one\r\n"
          + "x-twice: two\r\n"
          + "\r\n";

  @Test
  void tellsWhatWasSent() {
    RequestHead head = read(GOOD);

    assertThat(head.method()).isEqualTo("POST");
    assertThat(head.path()).isEqualTo("/service/api/login");
    assertThat(head.query()).isEqualTo("a=b");
    assertThat(head.authority()).isEqualTo("gate.example:8080");
    assertThat(head.framing().contentLength()).isEqualTo(12);
    assertThat(head.header("x-empty")).isEmpty();
    assertThat(head.header("x-spaced")).isEqualTo("two words");
    assertThat(head.headers("x-twice")).containsExactly("one", "two");
    assertThat(head.header("x-absent")).isNull();
    assertThat(head.keepsAlive()).isTrue();
  }

  @Property(tries = 300)
  void readsTheSameHoweverItIsCut(@ForAll List<@IntRange(min = 1, max = 40) Integer> cuts) {
    ByteBuf whole = Unpooled.copiedBuffer(GOOD + "the body", ISO_8859_1);
    RequestHead head = fresh();
    boolean done = false;
    for (int cut : cuts) {
      done = done || head.read(whole.readSlice(Math.min(cut, bytesOfHeadLeft(whole))));
    }
    if (!done) {
      done = head.read(whole);
    }

    assertThat(done).isTrue();
    assertThat(head.path()).isEqualTo("/service/api/login");
    assertThat(head.headers("x-twice")).containsExactly("one", "two");
    assertThat(whole.toString(ISO_8859_1)).isEqualTo("the body");
  }

  @Test
  void readsOneAfterTheOther() {
    ByteBuf in =
        Unpooled.copiedBuffer(GOOD + "\r\nGET http://other.example/x HTTP/1.0\r\n\r\n", ISO_8859_1);
    RequestHead head = fresh();
    head.read(in);
    head.reset();

    assertThat(head.read(in)).isTrue();
    assertThat(head.path()).isEqualTo("/x");
    assertThat(head.query()).isNull();
    assertThat(head.authority()).isEqualTo("other.example");
    assertThat(head.header("x-twice")).isNull();
    assertThat(head.framing().announcesBody()).isFalse();
    assertThat(head.keepsAlive()).isFalse();
  }

  @Test
  void writesTheTargetWithItsPathOrAnother() {
    ByteBuf out = Unpooled.buffer();
    RequestHead good = read(GOOD);
    good.writeTarget(good.path(), out);
    assertThat(out.toString(ISO_8859_1)).isEqualTo("/service/api/login?a=b");

    out.clear();
    good.writeTarget("/api/login", out);
    assertThat(out.toString(ISO_8859_1)).isEqualTo("/api/login?a=b");

    out.clear();
    read("GET http://h/service?q HTTP/1.1\r\nHost: h\r\n\r\n").writeTarget("/service", out);
    assertThat(out.toString(ISO_8859_1)).isEqualTo("/service?q");

    out.clear();
    read("GET http://h?q HTTP/1.1\r\nHost: h\r\n\r\n").writeTarget("/", out);
    assertThat(out.toString(ISO_8859_1)).isEqualTo("/?q");

    out.clear();
    read("GET http://h HTTP/1.1\r\nHost: h\r\n\r\n").writeTarget("/", out);
    assertThat(out.toString(ISO_8859_1)).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n", // no Host
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\"b\r\n\r\n",
        "GET / HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\0c\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: b\rc\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\rX: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET a HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET http:///a HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /\r\nHost: a\r\n\r\n",
        "G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
      })
  void refusesWhatTwoReadersMightReadDifferently(String message) {
    assertThatThrownBy(() -> read(message))
        .isInstanceOfSatisfying(
            MalformedMessageException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED));
  }

  @Test
  void refusesUnknownTransferEncodingsAndVersions() {
    assertThatThrownBy(
            () -> read("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"))
        .isInstanceOfSatisfying(
            MalformedMessageException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.TRANSFER_CODING));
    assertThatThrownBy(() -> read("GET / HTTP/2.0\r\nHost: a\r\n\r\n"))
        .isInstanceOfSatisfying(
            MalformedMessageException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.VERSION));
  }

  @Test
  void refusesHeadsThatAreTooLong() {
    assertThatThrownBy(
            () -> read("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(5_000) + "\r\n\r\n"))
        .isInstanceOfSatisfying(
            MalformedMessageException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.HEAD_TOO_LARGE));
    assertThatThrownBy(() -> read("GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(25) + "\r\n"))
        .isInstanceOfSatisfying(
            MalformedMessageException.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.HEAD_TOO_LARGE));
  }

  @Test
  void knowsAWebSocketUpgrade() {
    assertThat(
            read("GET /ws HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Upgrade\r\n"
                    + "Upgrade: WebSocket\r\n\r\n")
                .isWebSocketUpgrade())
        .isTrue();
    assertThat(
            read("GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\r\n").isWebSocketUpgrade())
        .isFalse();
  }

  @Test
  void coversWhatIsForTheConnectionOnly() {
    RequestHead head =
        read(
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: X-Mine, host ,keep-alive\r\n"
                + "X-Mine: 1\r\nTE: trailers\r\nKeep-Alive: 5\r\nProxy-Connection: x\r\n"
                + "X-Other: 2\r\nUpgrade: h2c\r\nHTTP2-Settings: x\r\n\r\n");
    HopByHop hopByHop = HopByHop.of(head);
    List<String> kept =
        IntStream.range(0, head.fieldCount())
            .filter(field -> !hopByHop.covers(field))
            .mapToObj(head::name)
            .toList();

    assertThat(kept).containsExactly("Host", "X-Other");
  }

  private static int bytesOfHeadLeft(ByteBuf whole) {
    return Math.max(0, whole.readableBytes() - "the body".length());
  }

  private static RequestHead read(String message) {
    RequestHead head = fresh();
    assertThat(head.read(Unpooled.copiedBuffer(message, ISO_8859_1))).isTrue();
    return head;
  }

  private static RequestHead fresh() {
    return new RequestHead(InetAddress.getLoopbackAddress(), 4_096, 20);
  }
}
